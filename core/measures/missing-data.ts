import type { Row } from '../domain/comparison.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Plan } from '../domain/plan.ts';
import { percent } from './format.ts';
import { conditionName, subjectName } from './names.ts';

/** A row of which more than this share was refused or lost is about the rest only. */
const MOST_LOST = 0.4;

/** What is said of a row that has nothing at all. */
export const ALL_LOST = 'no trial of';

const WHY: Readonly<Record<Exclude<Outcome, 'answered'>, string>> = {
  refused: 'were refused',
  truncated: 'were cut at the token limit',
  unparseable: 'could not be read',
  failed: 'failed',
};

/** Why a row cannot be compared: a clause; undefined where most of its trials have a value. */
export function missingDataReason(plan: Plan, row: Row): string | undefined {
  const lost = row.trials === 0 ? 1 : 1 - row.scored / row.trials;
  if (lost <= MOST_LOST) return undefined;
  const under =
    plan.probe.conditions.length > 1 && row.condition !== undefined
      ? ` under “${conditionName(plan, row.condition)}”`
      : '';
  const whose = `${subjectName(plan, row.subjectId)}${under}`;
  if (row.scored === 0)
    return `${ALL_LOST} ${whose} has an answer that could be scored: ${whyOf(row)}`;
  const share = `${percent(lost)} of the trials of ${whose}`;
  return `${share} ${reasonOf(row)}`;
}

function reasonOf(row: Row): string {
  const [most, times] = worstOf(row);
  if (times === 0) return 'have no answer that could be scored';
  if (most === 'unparseable' && row.mass !== undefined) {
    return `have too little probability on the words asked for (${percent(row.mass)} on average)`;
  }
  return `have no answer that could be scored: ${whyOf(row)}`;
}

function whyOf(row: Row): string {
  const [most, times] = worstOf(row);
  return times === 0 ? 'they were not judged' : `most ${WHY[most]}`;
}

/** The outcome that most of what was lost ended in, and how often. */
function worstOf({ outcomes }: Row): readonly [keyof typeof WHY, number] {
  const lost = (Object.keys(WHY) as (keyof typeof WHY)[]).map(
    (one) => [one, outcomes[one]] as const,
  );
  return lost.toSorted(([, a], [, b]) => b - a)[0] ?? ['failed', 0];
}
