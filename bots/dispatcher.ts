import type { App } from '../core/app/app.ts';
import { type Choice, complete } from '../core/command-line/complete.ts';
import type { CommandReply } from '../core/command-line/declare.ts';
import { isLetIn, isOperator } from '../core/domain/access.ts';
import { asUserError, type UserError } from '../core/domain/user-error.ts';
import type { Store } from '../core/store/store.ts';
import { errorMessage } from '../core/views/error-message.ts';
import { deliverReply } from './dispatcher/deliver-reply.ts';
import { createDeliveries } from './dispatcher/deliveries.ts';
import { createLiveMessages } from './dispatcher/live-messages.ts';
import { createPostOnce } from './dispatcher/post-once.ts';
import { askerOf, runCommand } from './dispatcher/run-command.ts';
import { createShownRuns } from './dispatcher/shown-runs.ts';
import type { Invocation, Platform } from './platform.ts';

export type { Choice } from '../core/command-line/complete.ts';

/** Takes the invocations of every platform: reads them, checks who may, runs them and shows what they reply. */
export interface Dispatcher {
  readonly app: App;
  /** Resolves when the reply was posted (a run may go on). Never rejects. */
  handle(platform: Platform, invocation: Invocation): Promise<Outcome>;
  /** At most 25 completions of what was typed for one option of a command; `[]` where none fits. */
  complete(
    command: string,
    option: string,
    typed: string,
    from: Pick<Invocation, 'who' | 'channel'> & { readonly platform: Platform },
  ): Promise<readonly Choice[]>;
  /** Goes on with the runs that a process before this one showed on this platform, in the same messages. */
  adopt(platform: Platform): Promise<void>;
  /** Waits for the last edit of each live message; call it after the app's runs were stopped. */
  stop(): Promise<void>;
}

/** The end of an invocation, for platforms that have more to do than to show it. */
export type Outcome =
  | { readonly kind: 'replied'; readonly reply: CommandReply }
  | { readonly kind: 'failed'; readonly error: UserError }
  /** The delivery came again, and nothing was done. */
  | { readonly kind: 'repeated' };

export interface DispatcherOptions {
  /** Called with faults of ours, of which a person is shown no more than that there was one; logs them unless given. */
  readonly onFault?: ((fault: unknown, platform: Platform) => void) | undefined;
}

export function createDispatcher(
  app: App,
  store: Pick<Store, 'namespace'>,
  options: DispatcherOptions = {},
): Dispatcher {
  const { log } = app;
  const deliveries = createDeliveries(store);
  const shownRuns = createShownRuns(store);
  const liveMessages = createLiveMessages(app);
  const delivery = { shownRuns, liveMessages, postOnce: createPostOnce(store) };
  const {
    onFault = (fault, platform) =>
      log.error({ err: fault, platform: platform.id }, 'a command broke'),
  } = options;

  return {
    app,
    async handle(platform, invocation) {
      const { id, request } = invocation;
      try {
        if (id !== undefined && (await deliveries.isRepeated(platform, id))) {
          return { kind: 'repeated' };
        }
        const reply = await runCommand(app, askerOf(platform, invocation), request);
        await deliverReply(delivery, platform, invocation, reply);
        return { kind: 'replied', reply };
      } catch (thrown) {
        const error = asUserError(thrown);
        if (error !== thrown) onFault(thrown, platform);
        await invocation
          .replyPrivately(errorMessage(error), error)
          .catch((cause: unknown) => log.warn({ err: cause }, 'an error could not be shown'));
        return { kind: 'failed', error };
      }
    },
    async complete(command, option, typed, { platform, ...from }) {
      const declared = app.commands.get(command);
      const asker = askerOf(platform, from);
      // Who may not use the bot is not shown what there is to complete either.
      if (!declared || !isLetIn(app.config(), asker)) return [];
      const scope = isOperator(asker) ? {} : { channel: asker.channel };
      return complete(app, declared, option, typed, scope);
    },
    async adopt(platform) {
      for (const runId of await app.runs.interrupted()) {
        const shown = await shownRuns.find(platform, runId);
        if (!shown) continue;
        try {
          await app.runs.resume(runId);
        } catch (error) {
          log.warn({ err: error, run: runId }, 'an interrupted run could not go on');
        }
        liveMessages.keep(platform, runId, shown.ref);
      }
    },
    stop: () => liveMessages.settle(),
  };
}
