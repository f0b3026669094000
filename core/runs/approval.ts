import type { Plan } from '../domain/plan.ts';
import { digits } from '../text/plural.ts';
import type { RunSettings } from './settings.ts';

/** Why somebody has to agree before a plan starts: one sentence; undefined where it may start. */
export function approvalNeeded(plan: Plan, config: RunSettings): string | undefined {
  // The cast costs nothing, whatever prices it plays.
  if (plan.simulated) return undefined;
  const { askAboveCalls, askAboveUsd } = config.limits;
  const { calls, judgeCalls, usd } = plan.estimate;
  if (usd !== undefined && usd > askAboveUsd) {
    return `It would cost about $${usd.toFixed(2)}; over $${askAboveUsd} somebody has to agree.`;
  }
  if (calls + judgeCalls <= askAboveCalls) return undefined;
  return `It would make about ${digits(calls + judgeCalls)} calls; over ${digits(askAboveCalls)} somebody has to agree.`;
}
