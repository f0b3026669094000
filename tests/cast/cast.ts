import OpenAI from 'openai';
import { answer, type Question, type Utterance } from '../../cast/answer.ts';
import { type CastModel, MODELS } from '../../cast/models.ts';
import { type Cast, type CastOptions, startCast } from '../../cast/server.ts';
import type { ChatMessage } from '../../core/domain/reply.ts';

export interface RunningCast {
  readonly cast: Cast;
  readonly client: OpenAI;
}

/** A cast that answers at once, and the official client for it, which tries nothing twice. */
export async function runningCast(options: CastOptions = {}): Promise<RunningCast> {
  const cast = await startCast({ pace: 0, ...options });
  return { cast, client: new OpenAI({ baseURL: cast.url, apiKey: 'none', maxRetries: 0 }) };
}

export function modelNamed(name: string): CastModel {
  const model = MODELS.get(name);
  if (model === undefined) throw new Error(`there is no model ${name}`);
  return model;
}

export const user = (content: string): ChatMessage => ({ role: 'user', content });
export const system = (content: string): ChatMessage => ({ role: 'system', content });
export const assistant = (content: string): ChatMessage => ({ role: 'assistant', content });

export const PLAIN = { temperature: 1, topP: 1 };
export const COLD = { temperature: 0, topP: 1 };

export function utter(
  model: string,
  messages: readonly ChatMessage[],
  seed: number,
  more: Partial<Question> = {},
): Utterance {
  return answer({ model: modelNamed(model), messages, sampling: PLAIN, seed, ...more });
}

export function textOf({ tokens }: Pick<Utterance, 'tokens'>): string {
  return tokens.map(({ text }) => text).join('');
}

/** Half the width of an interval that a right share leaves about once in 15,000 times. */
export function slack(share: number, trials: number): number {
  return 4 * Math.sqrt((share * (1 - share)) / trials);
}
