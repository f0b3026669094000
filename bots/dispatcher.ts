import { createHash } from 'node:crypto';
import type { App } from '../core/app/app.ts';
import { checkNames } from '../core/command-line/check.ts';
import { type Choice, complete } from '../core/command-line/complete.ts';
import type { CommandReply } from '../core/command-line/declare.ts';
import { parseLine, parseValues } from '../core/command-line/parse.ts';
import { checkAccess, isLetIn, isOperator } from '../core/domain/access.ts';
import type { Comparison } from '../core/domain/comparison.ts';
import type { Snapshot } from '../core/domain/run.ts';
import { asUserError, UserError } from '../core/domain/user-error.ts';
import type { Store } from '../core/store/store.ts';
import { errorMessage, noticeMessage } from '../core/views/error-message.ts';
import { runMessage } from '../core/views/run.ts';
import type { Message } from '../core/views/view.ts';
import { keepCurrent, type Pacer, pacer, retryWhenRateLimited } from './live-message.ts';
import type { Invocation, MessageRef, Place, Platform } from './platform.ts';

export type { Choice } from '../core/command-line/complete.ts';

/** What every platform hands its invocations to. It parses, checks who may, runs, posts and keeps live messages current. */
export interface Dispatcher {
  readonly app: App;
  /** Resolves when the answer was posted (a run may go on). Never rejects. */
  handle(platform: Platform, invocation: Invocation): Promise<void>;
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

/** Which message shows a run: kept, so that a thread is found and a restart goes on in the same message. */
interface Shown {
  readonly channel: string;
  readonly ref: MessageRef;
}

/** A state of a run, and what gives its comparison when it is drawn: most states never are. */
interface Drawable {
  readonly run: Snapshot;
  readonly comparisonOf: (run: Snapshot) => Comparison;
}

/** Platforms deliver again for up to five minutes. */
const REMEMBER_DELIVERIES_MS = 10 * 60_000;

/** After that long a thread is asked for what it may have lost. */
const REMEMBER_POSTS_MS = 60 * 60_000;

export function createDispatcher(app: App, store: Store): Dispatcher {
  const deliveries = store.namespace('deliveries');
  const shown = store.namespace('shown');
  const posted = store.namespace('posted');
  const posting = new Set<string>();
  const pacers = new Map<string, Pacer>();
  const live = new Map<string, Promise<void>>();
  const handling = new Set<string>();

  const isRepeat = async (platform: Platform, id: string): Promise<boolean> => {
    const key = `${platform.id}:${id}`;
    if (handling.has(key)) return true;
    handling.add(key);
    try {
      if (await deliveries.get(key)) return true;
      await deliveries.set(key, true, REMEMBER_DELIVERIES_MS);
      return false;
    } finally {
      handling.delete(key);
    }
  };

  const pacerOf = (platform: Platform): Pacer => {
    const known = pacers.get(platform.id) ?? pacer(platform.editEveryMs);
    pacers.set(platform.id, known);
    return known;
  };

  const states = async function* (id: string): AsyncGenerator<Drawable> {
    let comparisonOf: Drawable['comparisonOf'] | undefined;
    for await (const run of app.runs.follow(id)) {
      if (!comparisonOf || run.state !== 'running') {
        comparisonOf = app.comparisons.follow(run, await app.comparisons.of(run));
      }
      yield { run, comparisonOf };
    }
  };

  const keep = (platform: Platform, run: string, ref: MessageRef, first: string): void => {
    // Each message of its own: a run that is shown a second time is kept current in both.
    const key = JSON.stringify([platform.id, run, ref]);
    if (live.has(key)) return;
    const task = keepCurrent({
      states: states(run),
      shown: first,
      pacer: pacerOf(platform),
      draw: ({ run: latest, comparisonOf }: Drawable) => {
        const message = runMessage(latest, comparisonOf(latest));
        return { key: JSON.stringify(message), edit: () => platform.edit(ref, message) };
      },
      onError: (error) =>
        app.log.warn({ err: error, run, port: platform.id }, 'a live edit failed'),
    }).finally(() => live.delete(key));
    live.set(key, task);
  };

  /** One place for each platform: a run that is shown on another platform too keeps its thread on this one. */
  const shownOn = (platform: Platform, run: string): Promise<Shown | undefined> =>
    shown.get<Shown>(`${platform.id}/${run}`);

  const showLive = async (platform: Platform, place: Place, run: string): Promise<void> => {
    const snapshot = await app.runs.get(run);
    const message = runMessage(snapshot, await app.comparisons.of(snapshot));
    const ref = await retryWhenRateLimited(() => platform.post(place, message));
    const where: Shown = { channel: place.channel, ref };
    await shown.set(`${platform.id}/${snapshot.plan.runId}`, where);
    keep(platform, snapshot.plan.runId, ref, JSON.stringify(message));
  };

  /** Posts what does not stand there already: a button that is clicked twice says nothing twice. */
  const once = async (
    platform: Platform,
    place: Place,
    messages: readonly Message[],
    tell: () => Promise<void>,
  ): Promise<void> => {
    const what = createHash('sha256')
      .update(JSON.stringify([place, messages]))
      .digest('hex');
    const key = `${platform.id}/${what}`;
    if (posting.has(key)) return tell();
    posting.add(key);
    try {
      if (await posted.get(key)) return await tell();
      for (const message of messages)
        await retryWhenRateLimited(() => platform.post(place, message));
      await posted.set(key, true, REMEMBER_POSTS_MS);
    } finally {
      posting.delete(key);
    }
  };

  const deliver = async (
    platform: Platform,
    invocation: Invocation,
    reply: CommandReply,
  ): Promise<void> => {
    const here: Place = { channel: invocation.channel, thread: invocation.thread };
    switch (reply.to) {
      case 'asker': {
        await invocation.replyPrivately(reply.message);
        const where = reply.touches && (await shownOn(platform, reply.touches));
        if (reply.touches && where) keep(platform, reply.touches, where.ref, '');
        return;
      }
      case 'live': {
        const where = reply.inPlace ? await shownOn(platform, reply.run) : undefined;
        if (where) return keep(platform, reply.run, where.ref, '');
        return showLive(platform, here, reply.run);
      }
      case 'thread': {
        const where = await shownOn(platform, reply.run);
        const place = where ? { channel: where.channel, thread: where.ref } : here;
        await once(platform, place, reply.messages, () =>
          invocation.replyPrivately(
            noticeMessage(
              `This stands in the thread of run ${reply.run} already.`,
              'Nothing has changed since.',
            ),
          ),
        );
      }
    }
  };

  const act = async (platform: Platform, invocation: Invocation): Promise<void> => {
    const { request } = invocation;
    const asker = { who: invocation.who, channel: `${platform.id}:${invocation.channel}` };
    const config = app.config();
    checkAccess(config, asker, {});
    const parsed =
      'line' in request
        ? parseLine(request.line, app.commands)
        : parseValues(commandOf(app, request.command), request.values);
    checkAccess(config, asker, { command: parsed.command.name });
    if (parsed.command.terminal) {
      throw new UserError(
        `${parsed.command.name} names files, and so works in the terminal alone.`,
        `There: npm run probe -- ${parsed.command.examples[0]}`,
        { code: 'not-allowed' },
      );
    }
    const values = checkNames(parsed.values, parsed.command, app);
    await deliver(platform, invocation, await parsed.command.run(values, { app, ...asker }));
  };

  return {
    app,
    handle: async (platform, invocation) => {
      try {
        if (await isRepeat(platform, invocation.id)) return;
        await act(platform, invocation);
      } catch (error) {
        if (!(error instanceof UserError))
          app.log.error({ err: error, port: platform.id }, 'a command broke');
        await invocation
          .replyPrivately(errorMessage(asUserError(error)))
          .catch((cause: unknown) => app.log.warn({ err: cause }, 'an error could not be told'));
      }
    },
    complete: async (command, option, typed, { platform, who, channel }) => {
      const declared = app.commands.get(command);
      const asker = { who, channel: `${platform.id}:${channel}` };
      // Who may not use the bot is not told what there is to complete either.
      if (!declared || !isLetIn(app.config(), asker)) return [];
      const scope = isOperator(asker) ? {} : { channel: asker.channel };
      return complete(app, declared, option, typed, scope);
    },
    adopt: async (platform) => {
      for (const run of await app.runs.interrupted()) {
        const where = await shownOn(platform, run);
        if (!where) continue;
        try {
          await app.runs.resume(run);
        } catch (error) {
          app.log.warn({ err: error, run }, 'an interrupted run could not go on');
        }
        keep(platform, run, where.ref, '');
      }
    },
    stop: async () => {
      await Promise.all(live.values());
    },
  };
}

function commandOf(app: App, name: string) {
  const found = app.commands.get(name);
  if (!found)
    throw new UserError(`No command is called “${name}”.`, 'See /probe help.', {
      code: 'not-found',
    });
  return found;
}
