import { digits, plural } from '../../text/plural.ts';
import { json } from '../content.ts';
import type { Source } from '../format.ts';
import { BOUNDS } from '../limits.ts';
import { brief } from '../naming.ts';
import { yaml } from '../read-yaml.ts';
import { isObject } from '../shape.ts';

export interface Message {
  readonly role: string;
  /** A template. */
  readonly content: string;
}

/** A prompt of a file: the messages that each test fills. */
export interface Prompt {
  readonly label: string;
  readonly messages: readonly Message[];
}

const FILE =
  /^(?:file:\/\/)?([^\n{}]+\.(?:txt|json|jsonl|ya?ml|md|csv|j2|[cm]?js|ts|py))(?::\w+)?$/i;
const READABLE = /\.(txt|md|json|ya?ml|j2)$/i;
const MOST = 24;

/** The prompts that can be had, and whether any could not. */
export function promptsOf(given: unknown, source: Source): readonly Prompt[] {
  const entries = Array.isArray(given) ? given : isObject(given) ? Object.keys(given) : [given];
  const prompts = entries.filter((one) => one !== undefined && one !== null);
  if (prompts.length > MOST)
    source.warn(`Left out: ${plural(prompts.length - MOST, 'prompt')} after the first ${MOST}.`);
  return prompts.slice(0, MOST).flatMap((one) => promptFrom(one, source));
}

function promptFrom(entry: unknown, source: Source): readonly Prompt[] {
  if (typeof entry === 'string') return fromText(entry, undefined, source);
  if (!isObject(entry)) return [];
  const label = [entry.label, entry.display, entry.id].find((one) => typeof one === 'string');
  const text = [entry.raw, entry.file, entry.id].find((one) => typeof one === 'string');
  return typeof text === 'string' ? fromText(text, label as string | undefined, source) : [];
}

function fromText(text: string, label: string | undefined, source: Source): readonly Prompt[] {
  const path = FILE.exec(text.trim())?.[1];
  if (path === undefined && !text.startsWith('file://')) return promptOf(text, label, source);
  const inside = path !== undefined && READABLE.test(path) ? source.beside(path) : undefined;
  if (inside === undefined) {
    source.warn(
      `The prompt in “${brief(text, 80)}” was left out: ${path === undefined || READABLE.test(path) ? 'the file is not beside this one' : 'it is a program or a table'}.`,
    );
    return [];
  }
  source.warn(`The prompt in ${brief(path ?? '', 80)}, beside the file, was read too.`);
  // A text file holds several prompts where lines of three hyphens part them.
  const parts = /\.(txt|md)$/i.test(path ?? '') ? inside.split(/^---\s*$/m) : [inside];
  const several = parts.filter((part) => part.trim() !== '').slice(0, MOST);
  return several.flatMap((part) =>
    promptOf(part, several.length === 1 ? label : undefined, source),
  );
}

function promptOf(text: string, label: string | undefined, source: Source): readonly Prompt[] {
  if (text.length > BOUNDS.text) {
    source.warn(`A prompt longer than ${digits(BOUNDS.text)} characters was left out.`);
    return [];
  }
  const messages = chatIn(text, source) ?? [{ role: 'user', content: text.trim() }];
  return [{ label: brief(label ?? messages.at(-1)?.content ?? text, 50), messages }];
}

/** The messages where a text is a chat in JSON or YAML. */
function chatIn(text: string, { file }: Source): readonly Message[] | undefined {
  const start = text.trimStart();
  if (!/^(\[\s*\{|-\s+["']?(role|content)\b)/.test(start)) return undefined;
  try {
    const value = start.startsWith('[') ? json(file, text) : yaml(file, text).value;
    const messages = Array.isArray(value) ? value.flatMap(messageFrom) : [];
    return messages.length > 0 ? messages : undefined;
  } catch {
    // A template that is JSON only once it is filled: it is asked as the text that it is.
    return undefined;
  }
}

function messageFrom(value: unknown): readonly Message[] {
  if (!isObject(value) || typeof value.role !== 'string') return [];
  const { role, content } = value;
  if (typeof content === 'string') return [{ role, content }];
  if (!Array.isArray(content)) return [];
  const parts = content.flatMap((part) =>
    isObject(part) && typeof part.text === 'string' ? part.text : [],
  );
  return parts.length > 0 ? [{ role, content: parts.join('\n') }] : [];
}
