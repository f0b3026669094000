import { z } from 'zod';
import type { Person } from '../../../core/domain/person.ts';
import { UserError } from '../../../core/domain/user-error.ts';
import { errorMessage } from '../../../core/views/error-message.ts';
import type { Message } from '../../../core/views/view.ts';
import type { Dispatcher } from '../../dispatcher.ts';
import type { Platform } from '../../platform.ts';
import { threadAddress } from '../render/present.ts';
import type { Channel } from '../send/channel.ts';
import { CHANNEL, type Led, noting, refTo } from '../send/platform.ts';
import type { Private } from '../send/private.ts';
import type { Answer } from '../send/wire.ts';
import { lineOf } from './typed.ts';

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
  readonly dispatcher: Dispatcher;
  readonly platform: Platform;
  readonly channel: Channel;
  readonly who: Person;
  readonly privately: Private;
}

/** Hands what a person did to the dispatcher, and says what came of it. */
export async function act(
  { dispatcher, platform, channel, who, privately }: ActParts,
  did: Deed,
): Promise<Answer> {
  const led: Led = {};
  let told: Message | undefined;
  const root = did.thread === undefined ? undefined : channel.get(did.thread);
  if (did.thread !== undefined && !root) {
    return wrong(
      privately,
      new UserError('This thread is not kept any more.', 'Ask in the channel.'),
    );
  }
  const commands = dispatcher.app.commands;
  await dispatcher.handle(noting(platform, channel, led), {
    id: did.id,
    request: {
      line:
        'line' in did ? did.line : lineOf(did.typed, commands, root && lastRun(channel, root.id)),
    },
    who,
    channel: CHANNEL,
    thread: root && refTo(root.id),
    replyPrivately: async (message) => {
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
export function wrong(privately: Private, error: UserError): Answer {
  return { told: privately.tell(errorMessage(error)), wrong: true };
}

/** A follow-up goes on where the thread stands. */
export function lastRun(channel: Channel, root: string): string | undefined {
  const replies = channel.replies(root).flatMap(({ run }) => (run === undefined ? [] : [run]));
  return replies.at(-1) ?? channel.get(root)?.run;
}
