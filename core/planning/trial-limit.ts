import { UserError } from '../domain/user-error.ts';
import { cellsOf } from '../probes/cells.ts';
import { digits } from '../text/plural.ts';
import type { PlanRequest } from './plan.ts';
import { selectConditions } from './select-conditions.ts';

type Asked = Pick<PlanRequest, 'kind' | 'probe' | 'subjects' | 'samples'>;

/** A plan over the limit of trials, and the largest one like it that is not. */
export function trialLimitError(asked: Asked, count: number, limit: number): UserError {
  return new UserError(
    `This would be ${digits(count)} trials; the limit here is ${digits(limit)}.`,
    fewerSamples(asked, count, limit) ??
      fewerConditions(asked, limit) ??
      'Even one sample is too many: name fewer models or personas.',
  );
}

function fewerSamples({ samples }: Asked, count: number, limit: number): string | undefined {
  const fewer = Math.floor((samples * limit) / count);
  if (fewer < 1) return undefined;
  return `With --samples ${fewer} it is ${digits((count / samples) * fewer)}.`;
}

/** The baseline and as many of the other conditions, in the probe's order, as one sample has room for. */
function fewerConditions({ kind, probe, subjects }: Asked, limit: number): string | undefined {
  if (kind === 'ask') return undefined;
  let best: { readonly conditions: readonly string[]; readonly trials: number } | undefined;
  for (const { id } of probe.conditions) {
    if (id === probe.baseline) continue;
    const conditions = [...(best?.conditions ?? [probe.baseline]), id];
    const trials = trialsWith(probe, conditions, subjects.length);
    if (trials !== undefined && trials <= limit) best = { conditions, trials };
  }
  if (!best) return undefined;
  return `With --samples 1 --conditions ${best.conditions.join(',')} it is ${digits(best.trials)}.`;
}

/** Undefined where these conditions alone compare nothing. */
function trialsWith(
  probe: Asked['probe'],
  conditions: readonly string[],
  subjects: number,
): number | undefined {
  try {
    return subjects * cellsOf(selectConditions(probe, conditions)).length;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
