import type { ChatMessage } from '../../core/domain/reply.ts';
import type { CastModel } from '../models.ts';
import { evidence } from './evidence.ts';

/**
 * P(character | model, messages), by character; sums to 1. It is the softmax of
 * log prior(c) + strength × evidence(c), so that one nat of evidence moves the log odds between two
 * characters by the model's `strength`. Pure and exact: this is the truth that probes try to recover.
 */
export function posterior(
  model: Pick<CastModel, 'prior' | 'strength'>,
  messages: readonly ChatMessage[],
): ReadonlyMap<string, number> {
  const nats = evidence(messages);
  const scores = Object.entries(model.prior).map(([name, prior]): [string, number] => [
    name,
    Math.log(prior) + model.strength * (nats.get(name) ?? 0),
  ]);
  const highest = Math.max(...scores.map(([, score]) => score));
  const weights = scores.map(([name, score]): [string, number] => [
    name,
    Math.exp(score - highest),
  ]);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return new Map(weights.map(([name, weight]) => [name, weight / total]));
}
