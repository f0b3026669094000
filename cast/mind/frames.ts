import type { ChatMessage } from '../../core/domain/reply.ts';
import { CHARACTERS } from '../characters.ts';
import { plain } from '../load.ts';

/** A role that the context names. `character` is one of the cast; `player` stands for any other. */
export interface Frame {
  readonly character: string;
  /** The role with its article, as it stands after “playing”. */
  readonly role: string;
  readonly from: 'system' | 'user';
}

const TOLD =
  "(?:you are|you're|you will be|you play|act as|acting as|act like|pretend (?:to be|that you are|you are|you're)|speak as|answer as|respond as|play(?:ing)? the (?:role|part) of|take (?:on )?the role of|imagine (?:that )?you(?:'re| are)|roleplay as|impersonate|(?:talks?|speaks?) like)";
const SYSTEM_FRAME = new RegExp(String.raw`\b${TOLD}\s+(?!not\b)([^\n.!?]{2,160})`, 'giu');
/** A user names a role only in so many words: “you are right” is not a frame. */
const USER_FRAME =
  /\b(?:pretend (?:to be|that you are|you are|you're)|act as|speak as|answer as|respond as|roleplay as|impersonate|play the (?:role|part) of|imagine (?:that )?you(?:'re| are)|from now on,? you(?:'re| are)|you are now)\s+(?!not\b)([^\n.!?]{2,160})/giu;

/** A role that no character answers to: an article and a noun, or a name. */
const ROLE =
  /^(?:(?:an?|the|my|our)\s+\S+(?:\s+\S+){0,4}|\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+){0,3})/u;
const END_OF_ROLE = /[,;:()"]|\s(?:who|that|which|and|with|from|in|on|of|at|for|to)\s/iu;

/** Words after which a frame tells of the role, and may name others: “a teacher who met a pirate”. */
const CLAUSE = /\s(?:who|that|which|with|where|whose)\s/iu;

function strangersRole(told: string): string | undefined {
  const short = told.split(END_OF_ROLE)[0]?.trim() ?? '';
  const role = ROLE.exec(short)?.[0];
  return role
    ?.replace(/^(?:my|our)\b/iu, 'your')
    .replace(/^[AT](?=he?\b|n?\b)/u, (a) => a.toLowerCase());
}

function framesIn(text: string, from: Frame['from']): Frame[] {
  const found: Frame[] = [];
  for (const match of plain(text).matchAll(from === 'system' ? SYSTEM_FRAME : USER_FRAME)) {
    const told = match[1] ?? '';
    const head = told.split(CLAUSE)[0] ?? '';
    const named = (words: string) =>
      [...CHARACTERS.values()].filter((one) => one.named.test(words));
    const known = named(head).length > 0 ? named(head) : named(told);
    for (const character of known) {
      found.push({ character: character.name, role: character.label, from });
    }
    const role = known.length === 0 ? strangersRole(told) : undefined;
    if (role !== undefined) found.push({ character: 'player', role, from });
  }
  return found;
}

/** The roles named by system prompts and, in so many words, by user turns; each character once. */
export function framesOf(messages: readonly ChatMessage[]): Frame[] {
  const all = messages.flatMap((message) =>
    message.role === 'assistant' ? [] : framesIn(message.content.slice(0, 6000), message.role),
  );
  const known = new Set(all.filter(({ character }) => character !== 'player').map((f) => f.from));
  const kept = all.filter(({ character, from }) => character !== 'player' || !known.has(from));
  return kept.filter(
    (frame, at) => kept.findIndex(({ character }) => character === frame.character) === at,
  );
}
