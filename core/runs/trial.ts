import type { Plan } from '../domain/plan.ts';
import type { PlannedTrial, StepReply, Trial } from '../domain/trial.ts';
import type { Models } from '../models/models.ts';
import { seedFrom } from '../statistics/random.ts';
import { costOf, total } from './cost.ts';
import { history } from './history.ts';
import type { RunSettings } from './settings.ts';

export interface TrialTools {
  readonly models: Models;
  readonly config: () => RunSettings;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** The answer that streams in at this moment, whole so far. */
  readonly onPartial: (text: string) => void;
}

/**
 * Sends one trial, step by step. Never rejects: a step that failed ends the trial as `failed`, while
 * a refusal stays in the history and the script goes on, as a conversation would.
 */
export async function runTrial(
  plan: Plan,
  planned: PlannedTrial,
  tools: TrialTools,
): Promise<Trial> {
  const startedAt = tools.now().toISOString();
  const subject = plan.subjects.find((one) => one.subjectId === planned.subjectId);
  const model = subject && tools.config().models.get(subject.model);
  const replies: StepReply[] = [];
  const own = history(planned.system);
  let cached = false;

  for (const step of planned.steps) {
    if (step.kind === 'given') {
      own.give(step.user, step.assistant);
      continue;
    }
    if (!model) {
      replies.push(gone(step.id));
      break;
    }
    let partial = '';
    const reply = await tools.models.ask({
      model,
      messages: own.before(step),
      parameters:
        step.maxTokens === undefined
          ? plan.parameters
          : { ...plan.parameters, maxTokens: step.maxTokens },
      completion: step.kind === 'complete',
      topLogprobs: step.topLogprobs,
      seed: seedFrom(planned.seed, step.id) >>> 1,
      owner: plan.runId,
      cache: plan.cache,
      signal: tools.signal,
      onText: (piece) => {
        partial += piece;
        tools.onPartial(partial);
      },
      onRestart: () => {
        partial = '';
        tools.onPartial(partial);
      },
    });
    cached ||= reply.cached === true;
    const kept: StepReply = { ...reply, step: step.id };
    replies.push(kept);
    if (reply.outcome === 'failed') break;
    own.keep(step, kept);
  }

  return {
    trialId: planned.trialId,
    outcome: replies.find((reply) => reply.outcome !== 'answered')?.outcome ?? 'answered',
    replies,
    // What came from the cache was paid for before.
    usd: model && total(replies.map((reply) => (reply.cached ? 0 : costOf(model, reply.usage)))),
    startedAt,
    finishedAt: tools.now().toISOString(),
    cached,
  };
}

function gone(step: string): StepReply {
  return {
    step,
    outcome: 'failed',
    text: '',
    reason: 'this model is no longer in the configuration',
    usage: { tokensIn: 0, tokensOut: 0, estimated: false },
    totalMs: 0,
    attempts: 0,
  };
}
