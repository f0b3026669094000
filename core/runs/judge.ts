import type { Judgement } from '../domain/judgement.ts';
import type { Plan } from '../domain/plan.ts';
import type { PlannedTrial, StepReply, Trial } from '../domain/trial.ts';
import { UserError } from '../domain/user-error.ts';
import type { Models } from '../models/models.ts';
import { isScored, type PendingJudgement } from '../planning/pending-judgements.ts';
import { answerTo, beforeStep, stepOf } from '../planning/transcript.ts';
import type { AskJudge, Scorer } from '../scoring/scorer.ts';
import { seedFrom } from '../statistics/random.ts';
import { costOf, total } from './cost.ts';
import { scorerOptions } from './scorer-options.ts';
import type { RunSettings } from './settings.ts';

export interface JudgeTools {
  readonly models: Models;
  readonly config: () => RunSettings;
  readonly scorers: () => Promise<ReadonlyMap<string, Scorer>>;
  readonly signal: AbortSignal;
}

/** A judge answers in two lines; one that thinks first needs room for it. */
const JUDGE_PARAMETERS = { temperature: 0, maxTokens: 1024 };

/** A trial as it was planned and as it came out. */
export interface TrialResult {
  readonly planned: PlannedTrial;
  readonly trial: Trial;
}

/**
 * Scores one reply: what could not be scored is `unparseable` with its reason. Rejects only where the
 * run was aborted, since a judge that was cut short has not judged.
 */
export type Judge = (
  result: TrialResult,
  pending: PendingJudgement<StepReply>,
) => Promise<Judgement>;

/** Judges the trials of one run. */
export function createJudge(plan: Plan, tools: JudgeTools): Judge {
  const items = new Map(plan.probe.items.map((one) => [one.id, one]));
  const options = scorerOptions(plan.probe);
  return async ({ planned, trial }, pending) => {
    const { score, reply, judge } = pending;
    const costs: (number | undefined)[] = [];
    const about = {
      trialId: planned.trialId,
      score: score.id,
      step: reply.step,
      ...(judge === undefined ? {} : { judge }),
    };
    try {
      const scorer = (await tools.scorers()).get(score.by);
      const item = items.get(planned.item);
      if (!scorer || !item) {
        throw new UserError(`The scorer “${score.by}” is gone.`, 'Restore its file.');
      }
      const result = await scorer.score({
        options: options(scorer, score, item, planned.condition),
        item,
        question: stepOf(planned, reply.step)?.user ?? '',
        answer: answerTo(planned, reply),
        before: beforeStep(planned, trial, reply.step),
        logprobs: reply.logprobs,
        other: otherAnswer(pending),
        frame: planned.system,
        presented: planned.presented[score.id],
        judge: askJudge(plan, judge ?? plan.judges[0], tools, costs),
        seed: seedFrom(planned.seed, 'score', score.id, reply.step, ...(judge ? [judge] : [])),
      });
      return { ...about, result, usd: total(costs) };
    } catch (error) {
      if (tools.signal.aborted) throw error;
      const reason = error instanceof UserError ? error.message : 'the scorer itself failed';
      return { ...about, result: { status: 'unparseable', reason }, usd: total(costs) };
    }
  };
}

/** @throws UserError where there is no answer to compare with. */
function otherAnswer({ score, reply, other }: PendingJudgement): string | undefined {
  if (!other) return undefined;
  const found = other.trial?.replies.find((one) => one.step === reply.step);
  if (other.planned && found?.text !== undefined && isScored(score, found)) {
    return answerTo(other.planned, found);
  }
  throw new UserError(
    `there is no answer under “${score.against}” to compare with`,
    'Run the probe again.',
  );
}

function askJudge(
  plan: Plan,
  id: string | undefined,
  tools: JudgeTools,
  costs: (number | undefined)[],
): AskJudge {
  return async (messages, seed, wants = {}) => {
    const model = id === undefined ? undefined : tools.config().models.get(id);
    if (!model) {
      throw new UserError('no judge is configured', 'Set `defaults.judge` in dramatis.yaml.');
    }
    const reply = await tools.models.ask({
      model,
      messages,
      parameters: JUDGE_PARAMETERS,
      seed: seed >>> 1,
      owner: plan.runId,
      signal: tools.signal,
      topLogprobs: model.capabilities.includes('logprobs') ? wants.topLogprobs : undefined,
    });
    costs.push(costOf(model, reply.usage));
    if (reply.outcome === 'failed') {
      throw new UserError(
        `the judge failed: ${reply.reason ?? 'no reason given'}`,
        'See /probe models.',
      );
    }
    return { model: model.id, raw: reply.text, usage: reply.usage, logprobs: reply.logprobs };
  };
}
