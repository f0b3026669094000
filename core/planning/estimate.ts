import type { Parameters } from '../domain/model.ts';
import type { Estimate } from '../domain/plan.ts';
import type { Probe } from '../domain/probe.ts';
import type { Subject } from '../domain/subject.ts';
import type { PlannedTrial } from '../domain/trial.ts';
import { looksAt } from '../probes/scores.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { judgeTokens, type Seen, tokens } from './judge-tokens.ts';
import type { PlanningSettings } from './settings.ts';

/** Answers are counted at this share of their limit. */
const SHARE_OF_LIMIT = 0.4;
/** The two lines that a judge replies. */
const JUDGE_REPLY = 30;
/** One answer in ten is judged twice. */
const SECOND_LOOKS = 1.1;

export interface Estimated {
  readonly trials: readonly PlannedTrial[];
  readonly subjects: readonly Subject[];
  readonly scores: Probe['scores'];
  readonly parameters: Parameters;
  readonly judges: readonly string[];
}

/** The cost of a plan, before anything is sent: calls exactly, tokens and dollars about. */
export function estimate(
  plan: Estimated,
  config: PlanningSettings,
  scorers: ReadonlyMap<string, Scorer>,
): Estimate {
  const usual = plan.parameters.maxTokens ?? 400;
  const modelOf = new Map(plan.subjects.map((subject) => [subject.subjectId, subject.model]));
  const judged = plan.scores.filter((score) => scorers.get(score.by)?.needsJudge);
  const sum = costs(config);

  for (const trial of plan.trials) {
    const frame = tokens(trial.system ?? '');
    let given = 0;
    let before = 0;
    let previous = 0;
    for (const step of trial.steps) {
      if (step.kind === 'given') {
        given += tokens(step.user) + tokens(step.assistant);
        continue;
      }
      const question = tokens(step.user);
      const answer = Math.ceil((step.maxTokens ?? usual) * SHARE_OF_LIMIT);
      sum.call(modelOf.get(trial.subjectId), frame + given + before + question, answer);
      const seen = { question, frame, before, previous, answer };
      for (const score of judged) {
        // Nothing is held against itself.
        if (!looksAt(score, step.id) || score.against === trial.condition) continue;
        for (const judge of plan.judges) judgeCalls(sum, scorers, score, judge, seen);
      }
      if (step.kind !== 'ask') continue;
      before += question + answer;
      previous = answer;
    }
  }
  return { trials: plan.trials.length, ...sum.told() };
}

/** A sum of calls, of tokens and of their price. */
export interface Costs {
  /** One call to a contestant. */
  call(model: string | undefined, tokensIn: number, tokensOut: number): void;
  /** So many calls to a judge, each of so many tokens. */
  judge(model: string | undefined, calls: number, tokensIn: number, tokensOut: number): void;
  told(): Omit<Estimate, 'trials'>;
}

export function costs(config: PlanningSettings): Costs {
  const sum = { calls: 0, judgeCalls: 0, tokensIn: 0, tokensOut: 0, usd: 0, priced: true };
  const charge = (model: string | undefined, tokensIn: number, tokensOut: number) => {
    sum.tokensIn += tokensIn;
    sum.tokensOut += tokensOut;
    const price = model === undefined ? undefined : config.models.get(model)?.price;
    if (price) sum.usd += (tokensIn * price.in + tokensOut * price.out) / 1e6;
    else sum.priced = false;
  };
  return {
    call: (model, tokensIn, tokensOut) => {
      sum.calls += 1;
      charge(model, tokensIn, tokensOut);
    },
    judge: (model, calls, tokensIn, tokensOut) => {
      sum.judgeCalls += calls;
      charge(model, calls * tokensIn, calls * tokensOut);
    },
    told: () => ({
      calls: sum.calls,
      judgeCalls: Math.round(sum.judgeCalls),
      tokensIn: Math.round(sum.tokensIn),
      tokensOut: Math.round(sum.tokensOut),
      usd: sum.priced ? sum.usd : undefined,
    }),
  };
}

/** The calls to one judge that one score of one answer takes; none where no judge gives the score. */
export function judgeCalls(
  sum: Costs,
  scorers: ReadonlyMap<string, Scorer>,
  score: Probe['scores'][number],
  judge: string | undefined,
  seen: Seen,
): void {
  const scorer = scorers.get(score.by);
  if (!scorer?.needsJudge) return;
  const calls = SECOND_LOOKS * (scorer.calls ?? 1);
  sum.judge(judge, calls, judgeTokens(score, scorer, seen), JUDGE_REPLY);
}
