import { randomUUID } from 'node:crypto';
import { random, seedFrom } from '../../core/statistics/random.ts';
import { answer, type Utterance } from '../answer.ts';
import { openCoin } from '../coin.ts';
import { type Head, usageOf } from '../dialect/chat.ts';
import { type Piece, textCompletion } from '../dialect/completion.ts';
import { type CutAnswer, cut } from '../dialect/cut.ts';
import { completionBody } from '../dialect/requests.ts';
import type { CastModel } from '../models.ts';
import { messagesFrom, toss } from '../raw.ts';
import { chooser, type Sampling } from '../voice/sampling.ts';
import { countTokens, split, type Token } from '../voice/tokens.ts';
import { deliverStream, deliverWhole } from './deliver.ts';
import { type CastContext, modelNamed, readBody, type Setting, seedsFor } from './setting.ts';

function goOnWith(
  model: CastModel,
  prompt: string,
  sampling: Sampling,
  seed: number,
): Pick<Utterance, 'tokens' | 'finish'> {
  const heads = openCoin(model, prompt);
  if (heads === undefined) return answer({ model, messages: messagesFrom(prompt), sampling, seed });
  return {
    tokens: toss(heads, prompt, chooser(random(seedFrom('coin', seed)), sampling)),
    finish: 'stop',
  };
}

const asIs = (text: string): Token[] =>
  split(text).map((token) => ({ text: token, logprob: 0, top: [] }));

function lengthOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { text }) => sum + text.length, 0);
}

/** POST /v1/completions: goes on with a raw text. @throws DialectError */
export async function completions(context: CastContext, setting: Setting): Promise<Response> {
  const body = await readBody(context, completionBody);
  const { model, fault } = modelNamed(setting, body.model);
  const seed = seedsFor(setting, body.seed, model, body.prompt);
  const sampling = { temperature: body.temperature ?? 1, topP: body.top_p ?? 1 };
  const limits = { stop: body.stop, most: body.max_tokens };
  const answers = Array.from({ length: body.n ?? 1 }, (_, index) =>
    cut(goOnWith(model, body.prompt, sampling, seed(index)), limits),
  );
  const usage = usageOf(countTokens(body.prompt), answers);
  const before = body.echo ? asIs(body.prompt) : [];
  const shown: CutAnswer[] = answers.map((one) => ({ ...one, tokens: [...before, ...one.tokens] }));
  const offset = body.echo ? 0 : body.prompt.length;
  const head: Head = {
    id: `cmpl-${randomUUID()}`,
    created: Math.floor(setting.now().getTime() / 1000),
    model: body.model,
  };
  const delivery = { answers: shown, pace: setting.pace, fault };
  const chunk = (index: number, piece: Piece) =>
    textCompletion(head, [{ index, piece }], undefined, body.logprobs);
  if (!body.stream) {
    const pieces = shown.map((piece, index) => ({ index, piece: { ...piece, offset } }));
    return deliverWhole(context, delivery, textCompletion(head, pieces, usage, body.logprobs));
  }
  const told = shown.map(() => offset);
  return deliverStream(context, {
    ...delivery,
    opening: [],
    chunk: ({ index, tokens = [], finish }) => {
      const at = told[index] ?? offset;
      told[index] = at + lengthOf(tokens);
      return chunk(index, { tokens, offset: at, finish });
    },
    closing: body.stream_options?.include_usage ? [textCompletion(head, [], usage, undefined)] : [],
  });
}
