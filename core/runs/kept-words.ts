import { charactersOf, outlineOf } from '../domain/outline.ts';
import type { Plan } from '../domain/plan.ts';
import type { FinishedTrial, Trial } from '../domain/trial.ts';

/** Characters of answers that are kept in memory for one run: more than any message shows. */
const MOST_CHARACTERS = 500_000;

/**
 * Decides of each trial of a run in turn whether its words are kept in memory. The message of a question
 * shows its answers; of a probe it shows figures. All words are in the store.
 */
export function keptWords({ kind }: Plan): (trial: Trial) => FinishedTrial {
  if (kind === 'probe') return outlineOf;
  let characters = 0;
  return (trial) => {
    for (const reply of trial.replies) characters += charactersOf(reply);
    return characters > MOST_CHARACTERS ? outlineOf(trial) : trial;
  };
}
