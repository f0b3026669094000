import type { App } from '../../../core/app/app.ts';
import { LIMITS } from '../limits.ts';
import type { Surroundings } from '../render/block.ts';
import type { Html } from '../render/html.ts';
import { type Page, page } from '../render/page.ts';
import { addressOf, presentMessage, presentRail } from '../render/present.ts';
import type { ThreadPane } from '../render/thread.ts';
import type { Channel } from '../send/channel.ts';
import { position } from '../send/events.ts';
import { type Posted, titleOf } from '../send/posted.ts';
import type { Doc } from './docs.ts';
import { lastRun } from './invocation.ts';
import { canFollowUp } from './typed.ts';

export interface PagesParts {
  readonly app: App;
  readonly channel: Channel;
  readonly surroundings: Surroundings;
  readonly docs: readonly Doc[];
}

/** The part of the channel that a page's address asks for. */
export interface Wanted {
  readonly pane: Page['pane'];
  /** The message that stands in sight, or whose thread is open. */
  readonly root?: Posted | undefined;
  /** Shows the messages before this one. */
  readonly before?: string | undefined;
}

/** A page of the channel, whole. */
export function wholePage(parts: PagesParts, { pane, root, before }: Wanted): Html {
  const { channel, app, surroundings, docs } = parts;
  const { shown, earlier } = excerpt(channel.roots(), root, before);
  const rail = [...channel.since(0)]
    .sort((a, b) => b.at.localeCompare(a.at))
    .flatMap((posted) => presentRail(channel, posted) ?? []);
  return page({
    pane,
    title: root ? `${titleOf(root.message.view)} · Dramatis` : 'Dramatis',
    at: position(channel, channel.revision()),
    notice: { simulatedOnly: simulatedOnly(app), docs },
    rail,
    messages: shown.map((posted) => presentMessage(channel, posted, surroundings)),
    earlier,
    focus: root && pane === 'channel' ? root.id : undefined,
    thread: pane === 'thread' && root ? threadPane(parts, root) : undefined,
    composerHint: composerHint(app),
    examples: examples(app),
  });
}

/** The latest messages, or those around a certain one. */
function excerpt(roots: readonly Posted[], root: Posted | undefined, before: string | undefined) {
  const wanted = roots.findIndex(({ id }) => id === (before ?? root?.id));
  const latest = Math.max(0, roots.length - LIMITS.messagesInPage.max);
  const end = before !== undefined && wanted > 0 ? wanted : roots.length;
  const start =
    before !== undefined
      ? Math.max(0, end - LIMITS.messagesInPage.max)
      : wanted < 0
        ? latest
        : Math.min(latest, wanted);
  const first = roots[start];
  return {
    shown: roots.slice(start, end),
    earlier: start > 0 && first ? `/?before=${first.id}` : undefined,
  };
}

function threadPane({ channel, app, surroundings }: PagesParts, root: Posted): ThreadPane {
  return {
    root: root.id,
    address: addressOf(channel, root),
    title: titleOf(root.message.view),
    replies: channel
      .replies(root.id)
      .map((posted) => presentMessage(channel, posted, surroundings)),
    followsUp: canFollowUp(app.commands) && lastRun(channel, root.id) !== undefined,
  };
}

function simulatedOnly(app: App): boolean {
  const { models, providers } = app.config();
  const asked = [...models.values()].map(({ provider }) => providers.get(provider));
  return asked.length > 0 && asked.every((provider) => provider?.simulated === true);
}

/** Says who is asked where somebody names nobody. */
function composerHint(app: App): string {
  const { models, personas } = app.config().defaults;
  return models.length === 0
    ? 'No model is configured yet'
    : `Without a slash: asks ${models.join(', ')} as ${personas.join(', ')}`;
}

function examples({ commands }: App): readonly string[] {
  return ['ask', 'run', 'help'].flatMap((name) => commands.get(name)?.examples[0] ?? []);
}
