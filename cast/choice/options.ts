import { plain } from '../load.ts';

/** One of the answers that a user turn allows: what is said, and what it stands for. */
export interface Option {
  readonly label: string;
  readonly text: string;
}

/** A request that allows only the given answers. `statement` is the rest of the user turn. */
export interface ForcedChoice {
  readonly options: readonly Option[];
  readonly statement: string;
}

const MARKED = /^[ \t]*\(?([A-Za-z]|\d{1,2})[.):][ \t]+(\S.*)$/gm;
const ASKS =
  /\b(?:reply|answer|respond|choose|pick|select|give|rate|say|state|indicate|with)\b[^\n]{0,60}\b(?:letter|number|option|one of|label|word|figure)\b|\bwhich (?:one|option|of these)\b/i;
const ONE_OF =
  /\b(?:one of(?: these| the following)?(?: words| labels| options)?|either)\s*:?\s+([^\n.?!]{3,200})/i;
const ANCHOR = /(\d{1,2})\s*(?:=|means|is)\s*["']?([a-z][a-z ]{2,40})/gi;
const RANGE = /\b(?:from\s+)?(\d{1,2})\s*(?:to|-|–|—|\.\.\.?|…)\s*(\d{1,2})\b/i;
const WANTS_NUMBER =
  /\b(?:one|a single|only (?:a|the)|just (?:a|the)|a) (?:whole )?(?:number|digit)\b|\bnumber only\b/i;
const MOST = 26;

function marked(text: string): ForcedChoice | undefined {
  if (!ASKS.test(text)) return undefined;
  const options = [...text.matchAll(MARKED)].map((match) => ({
    label: match[1] ?? '',
    text: (match[2] ?? '').trim(),
  }));
  const distinct = new Set(options.map(({ label }) => label)).size === options.length;
  if (options.length < 2 || options.length > MOST || !distinct) return undefined;
  return { options, statement: text.replaceAll(MARKED, '').trim() };
}

function scale(text: string): ForcedChoice | undefined {
  if (!WANTS_NUMBER.test(text)) return undefined;
  const anchors = new Map(
    [...text.matchAll(ANCHOR)].map((match) => [Number(match[1]), (match[2] ?? '').trim()]),
  );
  const range = RANGE.exec(text);
  const ends = range === null ? [...anchors.keys()] : [Number(range[1]), Number(range[2])];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (!(high > low) || high - low >= MOST) return undefined;
  const options = Array.from({ length: high - low + 1 }, (_, at) => ({
    label: String(low + at),
    text: anchors.get(low + at) ?? '',
  }));
  return { options, statement: text.replace(ANCHOR, '').replace(RANGE, '').trim() };
}

function named(text: string): ForcedChoice | undefined {
  const list = ASKS.test(text) || /\bone of\b/i.test(text) ? ONE_OF.exec(text)?.[1] : undefined;
  if (list === undefined) return undefined;
  const labels = list
    .split(/\s*,\s*(?:or\s+|and\s+)?|\s+or\s+|\s+and\s+|\s*\/\s*|\s*\|\s*/)
    .map((label) => label.replaceAll(/["'*`()]/g, '').trim())
    .filter((label) => label !== '' && label.split(' ').length <= 3);
  if (labels.length < 2 || labels.length > MOST) return undefined;
  const options = [...new Set(labels)].map((label) => ({ label, text: label }));
  return { options, statement: text.replace(ONE_OF, '').trim() };
}

/** The answers that a user turn allows: listed with marks, as points of a scale, or by their names. */
export function forcedChoice(turn: string): ForcedChoice | undefined {
  const text = plain(turn).slice(0, 20_000);
  return marked(text) ?? scale(text) ?? named(text);
}
