import type { App } from '../../../core/app/app.ts';
import { completeLine } from '../../../core/command-line/complete-line.ts';
import type { Completion } from '../send/wire.ts';
import { slashed } from './typed.ts';

const NOTHING = { from: 0, to: 0, choices: [] };

/** Completes what stands in a composer before the caret; text without a slash has no completions. */
export async function completeText(app: App, text: string, caret: number): Promise<Completion> {
  const typed = slashed(text);
  if (!typed || caret === 0) return NOTHING;
  const begun = /^\s*\/([a-z]*)$/.exec(text.slice(0, caret))?.[1];
  if (begun !== undefined && 'probe'.startsWith(begun)) return withFront(app, '', 0, caret);
  if (caret < typed.offset) return NOTHING;
  const line = typed.line;
  const at = caret - typed.offset;
  if (begun !== undefined) return withFront(app, line, at, caret);
  const { kind, from, to, choices } = await completeLine(app, line, at);
  return {
    from: from + typed.offset,
    to: to + typed.offset,
    choices: choices.map((choice) => ({ ...choice, space: kind !== 'value' })),
  };
}

/** Commands, where what was typed so far is less than the slash command's name. */
async function withFront(app: App, line: string, at: number, caret: number): Promise<Completion> {
  const { choices } = await completeLine(app, line, at);
  return {
    from: 0,
    to: caret,
    choices: choices.map(({ label, value }) => ({ label, value: `/probe ${value}`, space: true })),
  };
}
