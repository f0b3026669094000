import type { Agreement, JudgeReport } from '../domain/comparison.ts';
import type { Judgement } from '../domain/judgement.ts';
import type { Snapshot } from '../domain/run.ts';
import { cohenKappa } from '../statistics/kappa.ts';
import { intervalAlpha, nominalAlpha } from '../statistics/krippendorff.ts';
import { mean } from '../statistics/mean.ts';

type Value = number | string;

/** Each judge's second looks: how often they agreed with the first, and how far scores lay apart. */
export function judgeReports({ plan, judgements }: Snapshot): readonly JudgeReport[] {
  // The steps of a ladder are labels too, though they are stored as numbers.
  const labels = new Set(
    plan.probe.scores.flatMap(({ id, ...own }) => ('labels' in own ? [id] : [])),
  );
  return plan.judges.map((model) => {
    const seconds = judgements.flatMap((one) => {
      const { result } = one;
      return judgeOf(one, plan.judges) === model && result.status === 'scored' && result.second
        ? [{ first: result.value, second: result.second.value, labels: labels.has(one.score) }]
        : [];
    });
    const gaps = seconds.flatMap(({ first, second, labels: steps }) =>
      !steps && typeof first === 'number' && typeof second === 'number' ? [first - second] : [],
    );
    return {
      model,
      seconds: seconds.length,
      agreed: seconds.filter(alike).length,
      // The variance of a difference of two looks is twice that of one.
      spread: gaps.length > 1 ? Math.sqrt(mean(gaps.map((gap) => gap * gap)) / 2) : undefined,
    };
  });
}

/** How far several judges agree, score by score; nothing where there is one judge. */
export function agreementOf({ plan, judgements }: Snapshot): readonly Agreement[] {
  if (plan.judges.length < 2) return [];
  return plan.judged.map((score): Agreement => {
    const own = judgements.filter((one) => one.score === score && one.judge !== undefined);
    const answers = [...Map.groupBy(own, ({ trialId, step }) => `${trialId}/${step}`).values()]
      .map((said) =>
        said.flatMap(({ result }) => (result.status === 'scored' ? [result.value] : [])),
      )
      .filter((values) => values.length > 1);
    const numbers = answers.every((values) => values.every((value) => typeof value === 'number'));
    const pairs = plan.judges.length === 2 && !numbers;
    return {
      score,
      judges: plan.judges.length,
      answers: answers.length,
      measure: pairs ? 'Cohen’s kappa' : 'Krippendorff’s alpha',
      value: pairs
        ? cohenKappa(answers.map(([a = '', b = '']) => [a, b]))?.kappa
        : numbers
          ? intervalAlpha(answers.map((values) => values.map(Number)))
          : nominalAlpha(answers),
    };
  });
}

function judgeOf({ judge }: Judgement, judges: readonly string[]): string | undefined {
  return judge ?? judges[0];
}

interface Looks {
  readonly first: Value;
  readonly second: Value;
  readonly labels: boolean;
}

/** Two looks on a 0–100 scale agree within five points; labels agree when they are the same. */
function alike({ first, second, labels }: Looks): boolean {
  return !labels && typeof first === 'number' && typeof second === 'number'
    ? Math.abs(first - second) <= 5
    : first === second;
}
