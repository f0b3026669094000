import type { Row } from '../domain/comparison.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Plan } from '../domain/plan.ts';
import { percent } from './format.ts';
import { conditionName, subjectName } from './names.ts';

/** A row of which more than this share has no value is about the rest only. */
const MOST_MISSING = 0.4;

const WHY: Readonly<Record<Exclude<Outcome, 'answered'>, string>> = {
  refused: 'were refused',
  truncated: 'were cut at the token limit',
  unparseable: 'could not be read',
  failed: 'failed',
};

/** The reason for which a row cannot be compared: a clause. Undefined where most of its trials have a value. */
export function missingData(
  plan: Plan,
  row: Row,
): { readonly reason: string; readonly isPartial: boolean } | undefined {
  const missing = row.trials === 0 ? 1 : 1 - row.scored / row.trials;
  if (missing <= MOST_MISSING) return undefined;
  const under =
    plan.probe.conditions.length > 1 && row.condition !== undefined
      ? ` under “${conditionName(plan, row.condition)}”`
      : '';
  const whose = `${subjectName(plan, row.subjectId)}${under}`;
  return row.scored === 0
    ? {
        reason: `no trial of ${whose} has an answer that could be scored: ${whyOf(row)}`,
        isPartial: false,
      }
    : {
        reason: `${percent(missing)} of the trials of ${whose} ${reasonOf(row)}`,
        isPartial: true,
      };
}

function reasonOf(row: Row): string {
  const worst = worstOf(row);
  if (worst === undefined) return 'have no answer that could be scored';
  if (worst === 'unparseable' && row.mass !== undefined) {
    return `have too little probability on the words asked for (${percent(row.mass)} on average)`;
  }
  return `have no answer that could be scored: ${whyOf(row)}`;
}

function whyOf(row: Row): string {
  const worst = worstOf(row);
  return worst === undefined ? 'they were not judged' : `most ${WHY[worst]}`;
}

/** The outcome that most of what is missing ended in. */
function worstOf({ outcomes }: Row): keyof typeof WHY | undefined {
  const [worst] = (Object.keys(WHY) as (keyof typeof WHY)[])
    .filter((outcome) => outcomes[outcome] > 0)
    .toSorted((a, b) => outcomes[b] - outcomes[a]);
  return worst;
}
