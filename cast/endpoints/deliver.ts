import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { streamSSE } from 'hono/streaming';
import type { CutAnswer } from '../dialect/cut.ts';
import type { Fault } from '../faults.ts';
import { duration, type Pace, paced, pause } from '../pace.ts';
import type { Token } from '../voice/tokens.ts';
import type { CastContext } from './setting.ts';

/** One step of a stream: the next tokens of the answer at `index`, or its end. */
export interface Step {
  readonly index: number;
  readonly tokens?: readonly Token[] | undefined;
  readonly finish?: CutAnswer['finish'] | undefined;
}

export interface Delivery {
  readonly answers: readonly CutAnswer[];
  readonly pace: Pace;
  readonly fault: Fault | undefined;
}

export interface StreamParts extends Delivery {
  /** Sent before anything else. */
  readonly opening: readonly unknown[];
  readonly chunk: (step: Step) => unknown;
  /** Sent after everything else. */
  readonly closing: readonly unknown[];
}

/** A body that a client cannot read, cut off in the middle. */
const MALFORMED = '{"id": "chatcmpl-broken", "choices": [{"index": 0, "message": {"content": "It ';

/** Time for what was written to leave, before the connection is cut. */
const FLUSH_MS = 20;

const firstWord = ({ pace, fault }: Delivery): number =>
  fault?.fault === 'slow' ? fault.ms : pace.firstMs;

/** Deals out the tokens of several answers in turn. */
async function* steps({ answers, pace }: Delivery, signal: AbortSignal): AsyncGenerator<Step> {
  const dealt = answers.flatMap(({ tokens }, index) =>
    tokens.map((token, at) => ({ index, token, at })),
  );
  dealt.sort((a, b) => a.at - b.at || a.index - b.index);
  for await (const group of paced(dealt, pace, signal)) {
    for (const index of answers.keys()) {
      const tokens = group.filter((one) => one.index === index).map(({ token }) => token);
      if (tokens.length > 0) yield { index, tokens };
    }
  }
  for (const [index, { finish }] of answers.entries()) yield { index, finish };
}

/** Sends the answers as server-sent events, at their pace; acts out a fault that was asked for. */
export function deliverStream(context: CastContext, parts: StreamParts): Response {
  const { fault } = parts;
  const { signal } = context.req.raw;
  return streamSSE(context, async (stream) => {
    const send = (data: unknown) => stream.writeSSE({ data: JSON.stringify(data) });
    for (const event of parts.opening) await send(event);
    await pause(firstWord(parts), signal);
    if (fault?.fault === 'malformed') return stream.writeSSE({ data: MALFORMED });
    const cutAfter = fault?.fault === 'cut' ? fault.tokens : Number.POSITIVE_INFINITY;
    let told = 0;
    for await (const step of steps(parts, signal)) {
      const tokens = step.tokens?.slice(0, cutAfter - told);
      told += tokens?.length ?? 0;
      if (tokens === undefined || tokens.length > 0) await send(parts.chunk({ ...step, tokens }));
      if (told >= cutAfter) {
        await pause(FLUSH_MS, signal);
        context.env.outgoing.destroy();
        return;
      }
    }
    if (signal.aborted) return;
    for (const event of parts.closing) await send(event);
    await stream.writeSSE({ data: '[DONE]' });
  });
}

/** Sends the whole response at once, when the last word would have been said. */
export async function deliverWhole(
  context: CastContext,
  delivery: Delivery,
  body: object,
): Promise<Response> {
  const { answers, pace, fault } = delivery;
  const longest = Math.max(...answers.map(({ tokens }) => tokens.length));
  await pause(firstWord(delivery) + duration(pace, longest), context.req.raw.signal);
  if (fault?.fault === 'malformed') {
    return context.body(MALFORMED, 200, { 'content-type': 'application/json' });
  }
  if (fault?.fault !== 'cut') return context.json(body);
  const whole = JSON.stringify(body);
  const { outgoing } = context.env;
  outgoing.setHeader('content-type', 'application/json');
  outgoing.setHeader('content-length', Buffer.byteLength(whole));
  outgoing.write(whole.slice(0, whole.length / 2), () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}
