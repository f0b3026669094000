import { z } from 'zod';
import { Problem } from '../../core/problem.ts';
import type { Person } from '../../core/run/types.ts';
import { problemMessage } from '../../core/views/problem.ts';
import type { Message } from '../../core/views/view.ts';
import type { Desk } from '../desk.ts';
import type { Port } from '../port.ts';
import type { Channel } from './channel.ts';
import { CHANNEL, type Led, noting, refTo } from './port.ts';
import { threadAddress } from './present.ts';
import type { Private } from './private.ts';
import { lineOf } from './typed.ts';
import type { Answer } from './wire.ts';

const LONGEST_LINE = 20_000;
const line = z.string().max(LONGEST_LINE);
const thread = z.string().max(64).optional();

/** What a page sends: text from a composer, or the line of a button. `id` names the delivery. */
export const deed = z.union([
  z.strictObject({ id: z.uuid(), typed: line, thread }),
  z.strictObject({ id: z.uuid(), line, thread }),
]);
export type Deed = z.infer<typeof deed>;

export interface ActParts {
  readonly desk: Desk;
  readonly port: Port;
  readonly channel: Channel;
  readonly who: Person;
  readonly privately: Private;
}

/** Hands what a person did to the desk, and says what came of it. */
export async function act(
  { desk, port, channel, who, privately }: ActParts,
  did: Deed,
): Promise<Answer> {
  const led: Led = {};
  let told: Message | undefined;
  const root = did.thread === undefined ? undefined : channel.get(did.thread);
  if (did.thread !== undefined && !root) {
    return wrong(
      privately,
      new Problem('This thread is not kept any more.', 'Ask in the channel.'),
    );
  }
  const commands = desk.lab.commands;
  await desk.handle(noting(port, channel, led), {
    id: did.id,
    request: {
      line:
        'line' in did ? did.line : lineOf(did.typed, commands, root && lastRun(channel, root.id)),
    },
    who,
    channel: CHANNEL,
    thread: root && refTo(root.id),
    tell: async (message) => {
      told = message;
    },
  });
  return {
    ...(led.thread
      ? { thread: { root: led.thread.id, address: threadAddress(channel, led.thread) } }
      : {}),
    ...(led.posted ? { posted: led.posted.id } : {}),
    ...(told ? { told: privately.tell(told) } : {}),
    wrong: told?.view.state === 'failed',
  };
}

/** A problem with what a page sent, in the form of every other answer. */
export function wrong(privately: Private, problem: Problem): Answer {
  return { told: privately.tell(problemMessage(problem)), wrong: true };
}

/** A follow-up goes on where the thread stands. */
export function lastRun(channel: Channel, root: string): string | undefined {
  const replies = channel.replies(root).flatMap(({ run }) => (run === undefined ? [] : [run]));
  return replies.at(-1) ?? channel.get(root)?.run;
}
