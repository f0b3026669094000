import type { Judgement } from '../domain/judgement.ts';
import type { Plan } from '../domain/plan.ts';
import type { PriorResults, RunSummary } from '../domain/run.ts';
import { slices } from '../domain/slices.ts';
import type { FinishedTrial, Trial } from '../domain/trial.ts';
import { UserError } from '../domain/user-error.ts';
import { judgesOf } from '../planning/pending-judgements.ts';
import type { Index, Store } from '../store/store.ts';
import { type VersionedShelf, versionedShelf } from '../store/versioned.ts';
import type { Owner } from './lease.ts';
import {
  headFrom,
  judgementFrom,
  planFrom,
  recordHead,
  recordJudgement,
  recordPlan,
  recordTrial,
  trialFrom,
} from './recorded-run.ts';
import { EXPENSE, HEAD, JUDGEMENT, PLAN, TRIAL } from './records.ts';
import type { Expense } from './spending.ts';
import { eachInTurn } from './workers.ts';

/** The part of a run that changes while it goes on, apart from its trials and judgements. */
export type RunHead = RunSummary & {
  readonly owner: Owner;
  /** When the owner last wrote, in epoch milliseconds. */
  readonly seen: number;
};

/** Lists go back this many runs, and read them this many at a time. */
const LISTED = 1000;
const PAGE = 50;
/** Writes under way where a run is stored all at once. */
const WRITES = 64;
/** Trials that are read at a time: others have their turn in between. */
const READ_AT_A_TIME = 200;

/** Keeps runs: each trial and each judgement under a key of its own, written once. */
export interface Archive {
  savePlan(plan: Plan): Promise<void>;
  saveHead(head: RunHead): Promise<void>;
  saveTrial(run: string, trial: Trial): Promise<void>;
  saveJudgement(run: string, judgement: Judgement): Promise<void>;
  savePriorResults(run: string, prior: PriorResults): Promise<void>;
  plan(run: string): Promise<Plan | undefined>;
  head(run: string): Promise<RunHead | undefined>;
  trial(run: string, trialId: string): Promise<Trial | undefined>;
  /** Some at a time, in the order of the plan. */
  trials(plan: Plan): AsyncIterable<readonly Trial[]>;
  /** Those of some trials, some at a time, in their order. */
  judgements(plan: Plan, trials: readonly FinishedTrial[]): AsyncIterable<readonly Judgement[]>;
  /** The newest first; at most `LISTED`. */
  heads(): AsyncIterable<RunHead>;
  saveExpense(expense: Expense): Promise<void>;
  /** As `heads`. */
  expenses(): AsyncIterable<Expense>;
}

/** @param onUnreadable hears of each entry that a list leaves out, since it is damaged or from a newer version. */
export function archive(
  store: Store,
  onUnreadable: (error: UserError) => void = () => {},
): Archive {
  const plans = versionedShelf(store.namespace('plans'), PLAN);
  const heads = versionedShelf(store.namespace('heads'), HEAD);
  const trials = versionedShelf(store.namespace('trials'), TRIAL);
  const judgements = versionedShelf(store.namespace('judgements'), JUDGEMENT);
  const index = store.index('runs');
  const expenses = versionedShelf(store.namespace('expenses'), EXPENSE);
  const expenseIndex = store.index('expenses');
  const saveTrial: Archive['saveTrial'] = (run, trial) =>
    trials.set(`${run}/${trial.trialId}`, recordTrial(trial));
  const saveJudgement: Archive['saveJudgement'] = (run, one) =>
    judgements.set(judgementKey(run, one), recordJudgement(one));
  return {
    savePlan: async (plan) => {
      await plans.set(plan.runId, recordPlan(plan));
      await index.add(plan.runId);
    },
    saveHead: (head) => heads.set(head.runId, recordHead(head)),
    saveTrial,
    saveJudgement,
    savePriorResults: async (run, prior) => {
      await eachInTurn(prior.trials, WRITES, (trial) => saveTrial(run, trial));
      await eachInTurn(prior.judgements, WRITES, (one) => saveJudgement(run, one));
    },
    plan: async (run) => {
      const found = await plans.get(run);
      return found && planFrom(found);
    },
    head: async (run) => {
      const found = await heads.get(run);
      return found && headFrom(found);
    },
    trial: async (run, trialId) => {
      const found = await trials.get(`${run}/${trialId}`);
      return found && trialFrom(found);
    },
    trials: async function* (plan) {
      for await (const planned of slices(plan.trials, READ_AT_A_TIME)) {
        const keys = planned.map(({ trialId }) => `${plan.runId}/${trialId}`);
        yield present(await trials.getMany(keys)).map(trialFrom);
      }
    },
    judgements: async function* (plan, finished) {
      for await (const some of slices(finished, READ_AT_A_TIME)) {
        const keys = some.flatMap((trial) => judgementKeys(plan, trial));
        yield present(await judgements.getMany(keys)).map(judgementFrom);
      }
    },
    heads: async function* () {
      for await (const head of newest(index, heads, onUnreadable)) yield headFrom(head);
    },
    saveExpense: async (expense) => {
      await expenses.set(expense.id, expense);
      await expenseIndex.add(expense.id);
    },
    expenses: () => newest(expenseIndex, expenses, onUnreadable),
  };
}

async function* newest<T extends object>(
  index: Index,
  shelf: VersionedShelf<T>,
  onUnreadable: (error: UserError) => void,
): AsyncGenerator<T> {
  const ids = await index.newest(LISTED);
  for (let from = 0; from < ids.length; from += PAGE) {
    for (const entry of await shelf.readMany(ids.slice(from, from + PAGE))) {
      if (entry instanceof UserError) onUnreadable(entry);
      else if (entry) yield entry;
    }
  }
}

/** The keys of all judgements that there can be of a trial. */
function judgementKeys(plan: Plan, { trialId, replies }: FinishedTrial): readonly string[] {
  return plan.probe.scores.flatMap((score) =>
    replies.flatMap(({ step }) =>
      judgesOf(plan, score.id).map((judge) =>
        judgementKey(plan.runId, { trialId, score: score.id, step, judge }),
      ),
    ),
  );
}

type About = Pick<Judgement, 'trialId' | 'score' | 'step' | 'judge'>;

function judgementKey(run: string, { trialId, score, step, judge }: About): string {
  const by = judge === undefined ? '' : `/${judge}`;
  return `${run}/${trialId}/${score}/${step}${by}`;
}

function present<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}
