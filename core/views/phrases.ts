import type { Outcome } from '../domain/outcome.ts';

/** `1 refusal`, `2 refusals`, `1,200 calls`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

/** `4.1 s`, `1 min 12 s`, `2 h 5 min`. */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** A run's seed as people quote it, and as `--seed` takes it. */
export function seedText(seed: number): string {
  return `0x${seed.toString(16).padStart(8, '0')}`;
}

const OUTCOME_WORDS: Readonly<Record<Outcome, readonly [string, string]>> = {
  answered: ['answer', 'answers'],
  refused: ['refusal', 'refusals'],
  truncated: ['cut at the token limit', 'cut at the token limit'],
  unparseable: ['unparseable', 'unparseable'],
  failed: ['failed', 'failed'],
};

/** `6 answers, 1 refusal`: every outcome that occurred, in a fixed order. */
export function outcomesText(outcomes: Iterable<Outcome>): string {
  const counts = new Map<Outcome, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const parts = Object.entries(OUTCOME_WORDS).flatMap(([outcome, [one, many]]) => {
    const number = counts.get(outcome as Outcome) ?? 0;
    return number > 0 ? [count(number, one, many)] : [];
  });
  return parts.length > 0 ? parts.join(', ') : 'no answers';
}

/** A list in a sentence: `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
