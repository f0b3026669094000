import { seedFrom } from '../../core/statistics/random.ts';
import type { Prepared, Shown, Sums } from './simulation.ts';

/** Sums over runs `from` up to, not including, `to`. The same numbers give the same runs. */
export async function worked(
  name: string,
  { run }: Prepared,
  seed: number,
  from: number,
  to: number,
): Promise<Sums> {
  const sums = new Map<string, [number, number, number]>();
  for (let at = from; at < to; at++) {
    add(sums, await run(seedFrom('validity', seed, name, at)));
  }
  return Object.fromEntries(sums);
}

function add(sums: Map<string, [number, number, number]>, shown: Shown): void {
  for (const [name, value] of Object.entries(shown)) {
    if (value === undefined) continue;
    const there = sums.get(name) ?? [0, 0, 0];
    sums.set(name, [there[0] + 1, there[1] + value, there[2] + value * value]);
  }
}
