import type { PlannedTrial } from '../domain/trial.ts';

/** An answer behind the words that it was begun with, or the raw text that it goes on from; both are named. */
export function saidText(planned: PlannedTrial, step: string, text: string): string {
  const asked = planned.steps.find((one) => one.kind !== 'given' && one.id === step);
  if (!asked || asked.kind === 'given') return text;
  if (asked.kind === 'complete') return `[raw text: ${asked.user}]${text}`;
  return asked.begin === undefined ? text : `[begun for it: ${asked.begin}]${text}`;
}
