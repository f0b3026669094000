import { stripBlock } from '../text/sanitise.ts';
import { takeCodeUnits } from '../text/truncate.ts';
import { BOUNDS } from './limits.ts';
import { brief } from './naming.ts';

/** Lines that fix the form of the reply, for which this project has two lines of its own. */
const REPLY_FORMS = [
  /Respond with a number between 0 and \d+\.\s*/gi,
  /You must answer with a number between 0 and 100\.\s*/gi,
  /Don['’]t say anything else, just the number\.\s*/gi,
  /^First, briefly reason .*$/gim,
  /Then on a new line, write exactly[^\n]*/gi,
];

/** A judge prompt as a rubric: without the places for question and answer and without its own form of reply. */
export function rubricFrom(prompt: string, warn: (sentence: string) => void): string {
  const text = takeCodeUnits(stripBlock(prompt), BOUNDS.text);
  if (/\b(CODE|REFUSAL)\b/.test(text)) {
    warn('Where a judge says REFUSAL or CODE in place of a number, it counts as unparseable.');
  }
  const bare = REPLY_FORMS.reduce((left, form) => left.replace(form, ''), withoutPlaces(text));
  return bare.replace(/\n{3,}/g, '\n\n').trim();
}

/** Drops the lines in which question and answer would stand, and the line that leads up to each. */
function withoutPlaces(text: string): string {
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    if (!/\{(question|answer)\}|^\s*\[(QUESTION|ANSWER) (START|END)\]\s*$/.test(line)) {
      kept.push(line);
      continue;
    }
    while (kept.at(-1)?.trim() === '') kept.pop();
    if (kept.at(-1)?.trimEnd().endsWith(':')) kept.pop();
  }
  return kept.join('\n');
}

type Anchors = { at: number; means: string }[];

/** The points of a 0 to 100 scale that a prompt explains, and its two ends in any case. */
export function anchorsFrom(prompt: string, ends: readonly [string, string]): Anchors {
  const text = prompt.slice(0, BOUNDS.text);
  const found = new Map<number, string>([
    [0, ends[0]],
    [100, ends[1]],
  ]);
  for (const [, at = '', quoted, bracketed] of text.matchAll(
    /\b(\d{1,3}) (?:means "([^"\n]{1,400})"|\(([^()\n]{1,400})\))/g,
  )) {
    const means = brief(quoted ?? bracketed ?? '', 400);
    if (Number(at) <= 100 && means !== '' && found.size < 11) found.set(Number(at), means);
  }
  return [...found].map(([at, means]) => ({ at, means })).sort((a, b) => a.at - b.at);
}
