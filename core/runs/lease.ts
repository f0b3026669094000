import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Which process a run belongs to, so that another one can tell whether it was left behind. */
export interface Owner {
  readonly host: string;
  readonly pid: number;
  /** Differs for each start: process numbers come round again. */
  readonly boot: string;
}

const BOOT = randomUUID();
/** A run whose owner has not written for this long is taken to be left behind. */
const SILENT_MS = 60_000;

export function self(): Owner {
  return { host: hostname(), pid: process.pid, boot: BOOT };
}

/**
 * True where the process that owned a run has left it behind. Asked only of runs that are not under way
 * in this one. @param seen when it last wrote, in epoch milliseconds.
 */
export function isGone(owner: Owner, seen: number, now: number): boolean {
  const me = self();
  if (owner.boot === me.boot) return true;
  // A living process of that number may be another by now, so that silence counts here as well.
  if (now - seen > SILENT_MS) return true;
  return owner.host === me.host && (owner.pid === me.pid || !isAlive(owner.pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
