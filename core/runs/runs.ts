import type { Plan } from '../domain/plan.ts';
import type { PriorResults, RunSummary, Snapshot, WholeRun } from '../domain/run.ts';
import type { Spend } from './spending.ts';

/** The runs of this process and of its store. */
export interface Runs {
  /**
   * Stores the plan and starts it, or leaves it waiting for somebody to agree to its price.
   * @param prior results that are there already; they are not asked for again.
   */
  begin(plan: Plan, prior?: PriorResults): Promise<void>;
  /** Starts a run that waits, or goes on with one that was interrupted. @throws UserError */
  resume(id: string): Promise<void>;
  /** Finished trials stay. @throws UserError where the run has ended. */
  cancel(id: string): Promise<void>;
  /** Also finds a run by the first letters of its id where only one fits. @throws UserError */
  get(id: string): Promise<Snapshot>;
  /** As `get`, with every word: only for who needs them, since a run can be large. @throws UserError */
  whole(id: string): Promise<WholeRun>;
  /** The newest first. */
  recent(filter: {
    readonly channel?: string;
    readonly limit: number;
  }): Promise<readonly RunSummary[]>;
  /** The run as it stands and then at each change, the latest only, until it ends. */
  follow(id: string): AsyncIterable<Snapshot>;
  /** Runs that were under way when the process before this one ended. */
  interrupted(): Promise<readonly string[]>;
  /** Does what costs money and is no run, such as the writing of a draft, within the same budgets. */
  readonly spend: Spend;
  /** Stops all runs so that they can go on later, and waits until what has arrived is stored. */
  stop(): Promise<void>;
}
