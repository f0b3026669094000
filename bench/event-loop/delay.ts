import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long others waited while something was done. All in milliseconds. */
export interface Delay {
  readonly took: number;
  /** The longest time that the event loop was late. On a busy machine that counts what others took, too. */
  readonly longest: number;
  /** The most processor time that this thread used without a turn for others. */
  readonly busiest: number;
}

const EVERY_MS = 2;

/** Does `work`, and measures how it holds up everything else in this process. */
export async function delayOf(work: () => Promise<unknown>): Promise<Delay> {
  const histogram = monitorEventLoopDelay({ resolution: EVERY_MS });
  let busiest = 0;
  let before = used();
  const ticking = setInterval(() => {
    const now = used();
    busiest = Math.max(busiest, now - before);
    before = now;
  }, EVERY_MS);
  histogram.enable();
  // Both look at what was since they looked last, so that they look before and after.
  await pause();
  histogram.reset();
  busiest = 0;
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  await pause();
  histogram.disable();
  clearInterval(ticking);
  return { took, longest: histogram.max / 1e6, busiest };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10 * EVERY_MS));
}

function used(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
