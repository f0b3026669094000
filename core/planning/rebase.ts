import { isDeepStrictEqual } from 'node:util';
import type { Plan } from '../domain/plan.ts';
import type { Probe } from '../domain/probe.ts';
import type { PlannedStep, PlannedTrial } from '../domain/trial.ts';
import { UserError } from '../domain/user-error.ts';
import { cellsOf } from '../probes/cells.ts';
import { expandTrial } from '../probes/expand.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { random, seedFrom } from '../statistics/random.ts';
import { selectConditions } from './select-conditions.ts';

/**
 * A run's probe as its file is now, and the planned trials as that lays them out for its scorers.
 * @param file undefined where there is none any more.
 * @throws UserError where the file would not ask what the run has asked.
 */
export function rebaseOnCurrentProbe(
  plan: Plan,
  file: Probe | undefined,
  scorers: ReadonlyMap<string, Scorer>,
): Pick<Plan, 'probe' | 'trials'> {
  if (!file) throw changed(plan, `there is no probe called ${plan.probe.name} any more`);
  const gone = plan.probe.conditions.find(
    ({ id }) => !file.conditions.some((one) => one.id === id),
  );
  if (gone) throw changed(plan, `the condition “${gone.id}” is gone`);
  const probe = selectConditions(
    file,
    plan.probe.conditions.map(({ id }) => id),
  );
  const asked = new Set(plan.trials.map(({ condition, item }) => `${condition} ${item}`));
  for (const { condition, item } of cellsOf(probe)) {
    if (!asked.delete(`${condition.id} ${item.id}`)) {
      throw changed(plan, `“${item.id}” under “${condition.id}” is new`);
    }
  }
  const [lost] = asked;
  if (lost !== undefined) throw changed(plan, `“${lost.replace(' ', '” no longer asks “')}”`);
  const trials = plan.trials.map((trial) => laidOutAnew(plan, trial, probe, scorers));
  return { probe, trials };
}

function laidOutAnew(
  plan: Plan,
  trial: PlannedTrial,
  probe: Probe,
  scorers: ReadonlyMap<string, Scorer>,
): PlannedTrial {
  const condition = probe.conditions.find(({ id }) => id === trial.condition);
  const item = probe.items.find(({ id }) => id === trial.item);
  const subject = plan.subjects.find(({ subjectId }) => subjectId === trial.subjectId);
  if (!condition || !item || !subject) throw changed(plan, `“${trial.item}” is gone`);
  const chance = random(seedFrom(trial.seed, 'present'));
  const now = expandTrial(probe, condition, item, subject, scorers, chance);
  const same = now.system === trial.system && sameSteps(now.steps, trial.steps);
  if (!same) throw changed(plan, `“${item.id}” under “${condition.id}” is asked differently`);
  return { ...trial, presented: now.presented };
}

/** Answers that were asked for with more alternatives of each token hold the fewer ones, too. */
function sameSteps(now: readonly PlannedStep[], asked: readonly PlannedStep[]): boolean {
  const alternatives = (step: PlannedStep | undefined) =>
    step && 'topLogprobs' in step ? (step.topLogprobs ?? 0) : 0;
  const sent = (steps: readonly PlannedStep[]) =>
    steps.map((step) => ({ ...step, topLogprobs: undefined }));
  return (
    isDeepStrictEqual(sent(now), sent(asked)) &&
    now.every((step, at) => alternatives(step) <= alternatives(asked[at]))
  );
}

function changed(plan: Plan, how: string): UserError {
  return new UserError(
    `Run ${plan.runId} asked something else than ${plan.probe.name} does now: ${how}.`,
    'Score it by the probe as it was, with --probe as-run, or run the probe again.',
  );
}
