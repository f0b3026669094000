import type { Config } from '../config/types.ts';
import type { Models } from '../models/models.ts';
import { looksAt } from '../probes/schema.ts';
import { Problem } from '../problem.ts';
import { seedFrom } from '../random.ts';
import type { AskJudge, Score, Scorer } from '../scoring/scorer.ts';
import { costOf, total } from './cost.ts';
import type { Judgement, Plan, PlannedTrial, StepReply, Trial } from './types.ts';

export interface JudgeTools {
  readonly models: Models;
  readonly config: () => Config;
  readonly scorers: ReadonlyMap<string, Scorer>;
  readonly signal: AbortSignal;
}

/** A judge answers in two lines; one that thinks first needs room for it. */
const JUDGE_PARAMETERS = { temperature: 0, maxTokens: 1024 };

export interface Due {
  readonly score: Plan['probe']['scores'][number];
  readonly reply: StepReply;
}

/** Which of a trial's replies are to be scored by what: only answers, since a refusal is no score. */
export function dueFor(plan: Plan, trial: Trial): readonly Due[] {
  return plan.probe.scores.flatMap((score) =>
    trial.replies
      .filter((reply) => looksAt(score, reply.step))
      .filter((reply) => reply.outcome === 'answered')
      .map((reply) => ({ score, reply })),
  );
}

/**
 * Scores one reply: what could not be scored is `unparseable` with its reason. Rejects only where the
 * run was aborted, since a judge that was cut short has not judged.
 */
export async function judge(
  plan: Plan,
  planned: PlannedTrial,
  due: Due,
  tools: JudgeTools,
): Promise<Judgement> {
  const { score, reply } = due;
  const costs: (number | undefined)[] = [];
  const { id, by, of, ...options } = score;
  const about = { trial: planned.id, score: id, step: reply.step };
  try {
    const scorer = tools.scorers.get(by);
    const item = plan.probe.items.find((one) => one.id === planned.item);
    if (!scorer || !item) throw new Problem(`The scorer “${by}” is gone.`, 'Restore its file.');
    const step = planned.steps.find((one) => 'id' in one && one.id === reply.step);
    const result = await scorer.score({
      options: scorer.options.parse(options),
      item,
      question: step?.user ?? '',
      answer: reply.text,
      frame: planned.system,
      presented: planned.presented[id],
      judge: askJudge(plan, tools, costs),
      seed: seedFrom(planned.seed, 'score', id, reply.step),
    });
    return { ...about, result, usd: total(costs) };
  } catch (error) {
    if (tools.signal.aborted) throw error;
    const reason = error instanceof Problem ? error.message : 'the scorer itself failed';
    return { ...about, result: unscored(reason), usd: total(costs) };
  }
}

function unscored(reason: string): Score {
  return { status: 'unparseable', reason };
}

function askJudge(plan: Plan, tools: JudgeTools, costs: (number | undefined)[]): AskJudge {
  return async (messages, seed) => {
    const model = plan.judge === undefined ? undefined : tools.config().models.get(plan.judge);
    if (!model) {
      throw new Problem('no judge is configured', 'Set `defaults.judge` in dramatis.yaml.');
    }
    const reply = await tools.models.ask({
      model,
      messages,
      parameters: JUDGE_PARAMETERS,
      seed: seed >>> 1,
      owner: plan.run,
      signal: tools.signal,
    });
    costs.push(costOf(model, reply.usage));
    if (reply.outcome === 'failed') {
      throw new Problem(
        `the judge failed: ${reply.reason ?? 'no reason given'}`,
        'See /probe models.',
      );
    }
    return { model: model.id, raw: reply.text, usage: reply.usage };
  };
}
