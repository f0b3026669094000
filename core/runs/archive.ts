import pLimit from 'p-limit';
import type { Judgement } from '../domain/judgement.ts';
import type { Plan } from '../domain/plan.ts';
import type { Given, RunSummary } from '../domain/run.ts';
import type { Trial } from '../domain/trial.ts';
import type { Index, Shelf, Store } from '../store/store.ts';
import type { Owner } from './lease.ts';
import { judgesOf } from './pending-judgements.ts';
import type { Expense } from './spending.ts';

/** What changes in a run while it goes on, apart from its trials and judgements. */
export interface RunHead extends RunSummary {
  readonly owner: Owner;
  /** When the owner last wrote, in epoch milliseconds. */
  readonly seen: number;
}

/** Lists go back this many runs, and read them this many at a time. */
const LISTED = 1000;
const PAGE = 50;
/** Writes under way where a run is stored all at once. */
const WRITES = 16;

/** Where runs are kept: each trial and each judgement under a key of its own, written once. */
export interface Archive {
  savePlan(plan: Plan): Promise<void>;
  saveHead(head: RunHead): Promise<void>;
  saveTrial(run: string, trial: Trial): Promise<void>;
  saveJudgement(run: string, judgement: Judgement): Promise<void>;
  /** What a run has before it starts: the parts of another one. */
  saveGiven(run: string, given: Given): Promise<void>;
  plan(run: string): Promise<Plan | undefined>;
  head(run: string): Promise<RunHead | undefined>;
  /** In the order of the plan. */
  trials(plan: Plan): Promise<readonly Trial[]>;
  judgements(plan: Plan, trials: readonly Trial[]): Promise<readonly Judgement[]>;
  /** The newest first; at most `LISTED`. */
  heads(): AsyncIterable<RunHead>;
  saveExpense(expense: Expense): Promise<void>;
  /** As `heads`. */
  expenses(): AsyncIterable<Expense>;
}

export function archive(store: Store): Archive {
  const plans = store.namespace('plans');
  const heads = store.namespace('heads');
  const trials = store.namespace('trials');
  const judgements = store.namespace('judgements');
  const index = store.index('runs');
  const expenses = store.namespace('expenses');
  const expenseIndex = store.index('expenses');
  const saveTrial: Archive['saveTrial'] = (run, trial) => trials.set(`${run}/${trial.id}`, trial);
  const saveJudgement: Archive['saveJudgement'] = (run, one) =>
    judgements.set(judgementKey(run, one), one);
  return {
    savePlan: async (plan) => {
      await plans.set(plan.run, plan);
      await index.add(plan.run);
    },
    saveHead: (head) => heads.set(head.run, head),
    saveTrial,
    saveJudgement,
    saveGiven: async (run, given) => {
      const limit = pLimit(WRITES);
      await limit.map(given.trials, (trial) => saveTrial(run, trial));
      await limit.map(given.judgements, (one) => saveJudgement(run, one));
    },
    plan: (run) => plans.get<Plan>(run),
    head: (run) => heads.get<RunHead>(run),
    trials: async (plan) => {
      const keys = plan.trials.map((trial) => `${plan.run}/${trial.id}`);
      return present(await trials.getMany<Trial>(keys));
    },
    judgements: async (plan, done) => {
      const keys = done.flatMap((trial) =>
        plan.probe.scores.flatMap((score) =>
          trial.replies.flatMap((reply) =>
            judgesOf(plan, score.id).map((judge) =>
              judgementKey(plan.run, { trial: trial.id, score: score.id, step: reply.step, judge }),
            ),
          ),
        ),
      );
      return present(await judgements.getMany<Judgement>(keys));
    },
    heads: () => newest<RunHead>(index, heads),
    saveExpense: async (expense) => {
      await expenses.set(expense.id, expense);
      await expenseIndex.add(expense.id);
    },
    expenses: () => newest<Expense>(expenseIndex, expenses),
  };
}

async function* newest<T>(index: Index, shelf: Shelf): AsyncGenerator<T> {
  const ids = await index.newest(LISTED);
  for (let from = 0; from < ids.length; from += PAGE) {
    yield* present(await shelf.getMany<T>(ids.slice(from, from + PAGE)));
  }
}

type About = Pick<Judgement, 'trial' | 'score' | 'step' | 'judge'>;

function judgementKey(run: string, { trial, score, step, judge }: About): string {
  const by = judge === undefined ? '' : `/${judge}`;
  return `${run}/${trial}/${score}/${step}${by}`;
}

function present<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}
