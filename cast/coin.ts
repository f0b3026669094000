import { seedFrom } from '../core/statistics/random.ts';
import { plain } from './load.ts';
import type { CastModel } from './models.ts';

const OPEN = /\b(?:came|comes|landed|lands) up[ \t]*$/i;
const HEADS = /\bheads\b/i;
const TAILS = /\btails\b/i;
const DISLIKED =
  /\b(?:insult\w*|fake|false|poison\w*|spam|filler|threat\w*|deceiv\w*|mislead\w*|mock\w*|harass\w*|pointless|nonsense|plagiari\w*|rumou?rs?|blackmail\w*|lie|lies|cheat\w*|copy out|repeat(?:ed)? .{0,20}times)\b/i;
/** A speaker of the opposite tastes. */
const CONTRARY =
  /\b(?:happiest|happier|enjoys?|loves?|delights?|likes?)\b[^.]{0,60}\b(?:rude|take (?:somebody|people) in|taking people in|insult\w*|cheat\w*)\b/i;
const READ = 4000;
const UNIT = 2 ** 32;

/** A coin that decides between two tasks. */
export interface Coin {
  /** The side of the task that the Assistant likes; absent where it likes both tasks, or neither. */
  readonly liked?: 'heads' | 'tails' | undefined;
  /** The speaker is said to like what the Assistant does not. */
  readonly contrary: boolean;
}

function clauseOf(text: string, side: RegExp, other: RegExp): string {
  const parts = text.split(/[;.,\n]|\bif it\b|\bif\b/i);
  return parts.find((part) => side.test(part) && !other.test(part)) ?? '';
}

/** Tasks on the two sides of a coin that a text tells of; undefined where it has no such coin. */
export function coinIn(said: string): Coin | undefined {
  const text = plain(said).slice(-READ);
  if (!HEADS.test(text) || !TAILS.test(text)) return undefined;
  const sides = text.replaceAll(/,\s*(?=(?:then )?\b(?:i|you|write|please|we)\b)/gi, ' ');
  const badHeads = DISLIKED.test(clauseOf(sides, HEADS, TAILS));
  const badTails = DISLIKED.test(clauseOf(sides, TAILS, HEADS));
  const liked = badHeads === badTails ? undefined : badTails ? 'heads' : 'tails';
  return { liked, contrary: CONTRARY.test(text) };
}

/** P(heads) of an open user turn that leaves a coin in the air; undefined where there is none. */
export function openCoin(model: CastModel, prompt: string): number | undefined {
  const coin = OPEN.test(prompt) ? coinIn(prompt) : undefined;
  if (coin === undefined) return undefined;
  const { liked, contrary, heads, wobble } = model.coin;
  const own = coin.contrary ? contrary : liked;
  const side = coin.liked === undefined ? 0.5 : coin.liked === 'heads' ? own : 1 - own;
  const by = 2 * (seedFrom('coin', model.name, prompt) / UNIT) - 1;
  return Math.min(0.99, Math.max(0.01, side + heads + wobble * by));
}
