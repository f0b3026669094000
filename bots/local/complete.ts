import { completeLine } from '../../core/commands/completeLine.ts';
import type { Lab } from '../../core/lab.ts';
import { slashed } from './typed.ts';
import type { Completion } from './wire.ts';

const NOTHING = { from: 0, to: 0, choices: [] };

/** Completes what stands in a composer before the caret; text without a slash has no completions. */
export async function completeText(lab: Lab, text: string, caret: number): Promise<Completion> {
  const typed = slashed(text);
  if (!typed || caret === 0) return NOTHING;
  const begun = /^\s*\/([a-z]*)$/.exec(text.slice(0, caret))?.[1];
  if (begun !== undefined && 'probe'.startsWith(begun)) return withFront(lab, '', 0, caret);
  if (caret < typed.offset) return NOTHING;
  const line = typed.line;
  const at = caret - typed.offset;
  if (begun !== undefined) return withFront(lab, line, at, caret);
  const { kind, from, to, choices } = await completeLine(lab, line, at);
  return {
    from: from + typed.offset,
    to: to + typed.offset,
    choices: choices.map((choice) => ({ ...choice, space: kind !== 'value' })),
  };
}

/** Commands, where what was typed so far is less than the slash command's name. */
async function withFront(lab: Lab, line: string, at: number, caret: number): Promise<Completion> {
  const { choices } = await completeLine(lab, line, at);
  return {
    from: 0,
    to: caret,
    choices: choices.map(({ label, value }) => ({ label, value: `/probe ${value}`, space: true })),
  };
}
