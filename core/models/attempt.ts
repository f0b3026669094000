import type OpenAI from 'openai';
import type { Reply, TokenChoice } from '../domain/reply.ts';
import { type Piece, readChunk } from './chunk.ts';
import { deadlines } from './deadlines.ts';
import { BROKE_OFF, CallFailed, UNREADABLE } from './failure.ts';
import { outcomeOf } from './outcome.ts';
import { reasoningSplitter } from './reasoning-tags.ts';
import type { Request } from './request.ts';
import type { Timeouts } from './settings.ts';
import type { Ask } from './types.ts';
import { usageOf } from './usage.ts';

export type Answer = Omit<Reply, 'attempts'>;

/** Sends an ask once. @throws whatever went wrong; `failureOf` tells what it means. */
export async function attempt(
  client: OpenAI,
  ask: Ask,
  request: Request,
  timeouts: Timeouts,
): Promise<Answer> {
  const startedAt = performance.now();
  const limits = deadlines(timeouts, ask.signal);
  try {
    const stream = await client.post<AsyncIterable<unknown>>(request.path, {
      body: request.body,
      stream: true,
      signal: limits.signal,
      // The SDK's own, which would count from the start as well; ours is the one that tells.
      timeout: timeouts.totalMs + 1_000,
    });
    limits.connected();
    const gathered = await gather(stream, ask, limits.started);
    return finish(ask, gathered, startedAt);
  } catch (error) {
    // An abort shows itself as an error of the SDK's, or as a stream that ends without an end.
    limits.signal.throwIfAborted();
    throw error;
  } finally {
    limits.clear();
  }
}

interface Gathered {
  pieces: number;
  text: string;
  reasoning: string;
  refusal: string;
  firstAt?: number;
  finishReason?: string | undefined;
  servedBy?: string | undefined;
  usage?: Piece['usage'];
  readonly logprobs: TokenChoice[];
}

async function gather(
  stream: AsyncIterable<unknown>,
  ask: Ask,
  onFirst: () => void,
): Promise<Gathered> {
  const all: Gathered = { pieces: 0, text: '', reasoning: '', refusal: '', logprobs: [] };
  const splitter = reasoningSplitter();
  const add = ({ text, reasoning }: { text: string; reasoning: string }) => {
    all.text += text;
    all.reasoning += reasoning;
    if (text !== '') ask.onText?.(text);
  };
  for await (const raw of stream) {
    const piece = readChunk(raw);
    all.pieces++;
    if (all.firstAt === undefined && (piece.text || piece.reasoning || piece.refusal)) {
      all.firstAt = performance.now();
      onFirst();
    }
    add(ask.completion ? { text: piece.text, reasoning: '' } : splitter.push(piece.text));
    all.reasoning += piece.reasoning;
    all.refusal += piece.refusal;
    all.logprobs.push(...piece.logprobs);
    all.finishReason = piece.finishReason ?? all.finishReason;
    all.servedBy ??= piece.servedBy;
    all.usage = piece.usage ?? all.usage;
  }
  add(splitter.end());
  return all;
}

function finish(ask: Ask, all: Gathered, startedAt: number): Answer {
  if (all.finishReason === undefined) {
    throw new CallFailed(all.pieces === 0 ? UNREADABLE : BROKE_OFF);
  }
  return {
    ...outcomeOf({ ...all, finishReason: all.finishReason }, ask),
    reasoning: all.reasoning.trim() || undefined,
    finishReason: all.finishReason,
    usage: usageOf(ask, all),
    firstTokenMs: all.firstAt === undefined ? undefined : Math.round(all.firstAt - startedAt),
    totalMs: Math.round(performance.now() - startedAt),
    servedBy: all.servedBy,
    logprobs: all.logprobs.length > 0 ? all.logprobs : undefined,
  };
}
