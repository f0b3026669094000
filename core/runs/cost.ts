import type { Model } from '../domain/model.ts';
import type { Usage } from '../domain/reply.ts';

/** US dollars for a call; undefined where the model's price is not configured. */
export function costOf(model: Model, usage: Usage): number | undefined {
  if (!model.price) return undefined;
  return (usage.tokensIn * model.price.in + usage.tokensOut * model.price.out) / 1e6;
}

/** The sum of what is known; undefined where nothing is. */
export function total(costs: Iterable<number | undefined>): number | undefined {
  let sum: number | undefined;
  for (const cost of costs) if (cost !== undefined) sum = (sum ?? 0) + cost;
  return sum;
}
