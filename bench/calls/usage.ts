import { writeFileSync } from 'node:fs';

/**
 * Preloaded into a process that is measured: leaves the CPU time that it took, its largest memory, and
 * when its event loop stood still, in the file that `BENCH_USAGE` names.
 */
const EVERY_MS = 5;
const WORTH_TELLING_MS = 10;
const stalls: { readonly at: number; readonly ms: number }[] = [];

let last = performance.now();
setInterval(() => {
  const now = performance.now();
  const ms = now - last - EVERY_MS;
  if (ms > WORTH_TELLING_MS) stalls.push({ at: Date.now(), ms });
  last = now;
}, EVERY_MS).unref();

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, rssKb: maxRSS, stalls };
  if (process.env.BENCH_USAGE) writeFileSync(process.env.BENCH_USAGE, JSON.stringify(usage));
});
