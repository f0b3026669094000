import type { Snapshot } from '../../../core/domain/run.ts';
import type { UserError } from '../../../core/domain/user-error.ts';

/** The codes that the process ends with, for scripts. */
export const EXIT = {
  done: { code: 0, about: 'finished' },
  fault: { code: 1, about: 'a fault of ours' },
  input: { code: 2, about: 'wrong input, or a price that nobody agreed to' },
  someFailed: { code: 3, about: 'finished, but some trials failed' },
  allFailed: { code: 4, about: 'every trial failed, or the run was stopped by its limits' },
  interrupted: { code: 130, about: 'interrupted; what is finished is kept' },
} as const;

/** The code for a run as it ended. */
export function exitCodeOf({ state, trials }: Pick<Snapshot, 'state' | 'trials'>): number {
  if (state === 'cancelled' || state === 'interrupted') return EXIT.interrupted.code;
  if (state === 'failed') return EXIT.allFailed.code;
  const failed = trials.filter(({ outcome }) => outcome === 'failed').length;
  if (failed === 0) return EXIT.done.code;
  return failed === trials.length ? EXIT.allFailed.code : EXIT.someFailed.code;
}

export function exitCodeOfError({ code }: UserError): number {
  return code === 'internal' ? EXIT.fault.code : EXIT.input.code;
}
