import { z } from 'zod';
import { UserError } from '../../domain/user-error.ts';
import { digits } from '../../text/plural.ts';
import { stripBlock } from '../../text/sanitise.ts';
import { takeCodeUnits } from '../../text/truncate.ts';
import type { Format } from '../format.ts';
import { BOUNDS } from '../limits.ts';
import { brief, shownName } from '../naming.ts';
import { isObject, lax, shaped } from '../shape.ts';
import { withNames } from './macros.ts';

const fields = z.looseObject({
  name: lax,
  nickname: lax,
  description: lax,
  personality: lax,
  scenario: lax,
  system_prompt: lax,
  creator: lax,
  character_version: lax,
  source: z.unknown().optional(),
});

/** Uses of a card in a chat program that a frame has not, by field. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  first_mes: 'its first message',
  mes_example: 'its example messages',
  alternate_greetings: 'its other greetings',
  group_only_greetings: 'its greetings for groups',
  post_history_instructions: 'its instructions after the history',
  character_book: 'its lorebook',
  creator_notes: 'its creator’s notes',
  creator_notes_multilingual: 'its creator’s notes in other languages',
  tags: 'its tags',
  assets: 'its pictures and other assets',
  extensions: 'its extensions for certain programs',
};

/** A character card, V1 to V3: the frame is made of what describes the character. */
export const format: Format = {
  name: 'card',
  about: 'a character card, V1 to V3, as JSON or within a PNG',
  general: 0,
  becomes: 'a persona, framed by system prompt, description, personality and scenario',
  recognises: ({ form, value }) => {
    if (form !== 'tree' || !isObject(value)) return false;
    if (typeof value.spec === 'string' && value.spec.startsWith('chara_card')) return true;
    const inner = isObject(value.data) ? value.data : {};
    if ('name' in inner && 'description' in inner) return true;
    return (
      'name' in value && ['description', 'personality', 'first_mes'].every((key) => key in value)
    );
  },
  read: ({ value }, source) => {
    const { warn, file } = source;
    const outer = shaped(
      z.looseObject({ spec: lax, data: z.unknown().optional() }),
      value,
      source,
      'card',
    );
    const given = shaped(fields, isObject(outer.data) ? outer.data : value, source, 'card');
    if (!['', 'chara_card_v2', 'chara_card_v3'].includes(outer.spec)) {
      warn(`The card says that it is a “${brief(outer.spec, 40)}”; it is read as a V3 card.`);
    }
    const name = brief(given.name, 60) || brief(source.title, 60);
    const shown = brief(given.nickname, 60) || name;
    const text = (part: string) =>
      stripBlock(withNames(part.slice(0, 2 * BOUNDS.frame), shown, warn));
    const parts = {
      system: text(given.system_prompt),
      description: text(given.description),
      personality: text(given.personality),
      scenario: text(given.scenario),
    };
    if (Object.values(parts).every((part) => part === '')) {
      throw new UserError(
        `The card in ${file} describes nobody: description, personality, scenario and system_prompt are empty.`,
        'Give a card with one of these; a lorebook alone makes no persona.',
      );
    }
    tellOfRest(given, warn);
    return {
      kind: 'persona',
      persona: {
        label: name,
        about: brief(
          `${name}, from a character card. ${parts.description || parts.personality || parts.scenario}`,
          300,
        ),
        system: framed(shown, parts, warn),
        source: sourceOf(given, file),
        licence: 'not stated in the card',
      },
    };
  },
};

function framed(
  name: string,
  parts: Readonly<Record<'system' | 'description' | 'personality' | 'scenario', string>>,
  warn: (sentence: string) => void,
): string {
  const frame = [
    parts.system,
    `You are ${name}.`,
    parts.description,
    parts.personality && `Personality: ${parts.personality}`,
    parts.scenario && `Scenario: ${parts.scenario}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  if (frame.length <= BOUNDS.frame) return frame;
  warn(`The frame was cut after ${digits(BOUNDS.frame)} characters.`);
  return takeCodeUnits(frame, BOUNDS.frame);
}

function sourceOf(given: z.infer<typeof fields>, file: string): string {
  const urls = Array.isArray(given.source) ? given.source : [];
  return [
    `a character card, imported from ${shownName(file)}`,
    given.creator === '' ? 'creator not stated' : `by ${brief(given.creator, 80)}`,
    ...(given.character_version === '' ? [] : [`version ${brief(given.character_version, 40)}`]),
    ...urls.slice(0, 5).flatMap((url) => (typeof url === 'string' ? brief(url, 200) : [])),
  ].join(', ');
}

function tellOfRest(given: z.infer<typeof fields>, warn: (sentence: string) => void): void {
  const known = Object.entries(LEFT_OUT).filter(([key]) => holdsSomething(given[key]));
  const unknown = Object.keys(given).filter(
    (key) => !(key in fields.shape) && !Object.hasOwn(LEFT_OUT, key) && holdsSomething(given[key]),
  );
  const left = [
    ...known.map(([key, what]) => `${what} (\`${key}\`)`),
    ...unknown.slice(0, 12).map((key) => `\`${brief(key, 40)}\``),
    ...(unknown.length > 12 ? [`and ${unknown.length - 12} more`] : []),
  ];
  if (left.length > 0) warn(`Left out of the card: ${left.join(', ')}.`);
}

function holdsSomething(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(holdsSomething);
  return typeof value === 'string' ? value.trim() !== '' : typeof value === 'number';
}
