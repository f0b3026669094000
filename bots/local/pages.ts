import type { Lab } from '../../core/lab.ts';
import { lastRun } from './act.ts';
import type { Channel } from './channel.ts';
import type { Doc } from './docs.ts';
import { position } from './events.ts';
import { type Posted, titleOf } from './posted.ts';
import { addressOf, presentMessage, presentRail } from './present.ts';
import type { Surroundings } from './render/block.ts';
import type { Html } from './render/html.ts';
import { type Page, page } from './render/page.ts';
import type { ThreadPane } from './render/thread.ts';
import { canFollowUp } from './typed.ts';

/** So many messages of the channel stand in one page. */
const MESSAGES = 40;

export interface PagesParts {
  readonly lab: Lab;
  readonly channel: Channel;
  readonly surroundings: Surroundings;
  readonly docs: readonly Doc[];
}

/** What a page's address asks for. */
export interface Wanted {
  readonly pane: Page['pane'];
  /** The message that stands in sight, or whose thread is open. */
  readonly root?: Posted | undefined;
  /** Shows the messages before this one. */
  readonly before?: string | undefined;
}

/** A page of the channel, whole. */
export function wholePage(parts: PagesParts, { pane, root, before }: Wanted): Html {
  const { channel, lab, surroundings, docs } = parts;
  const { shown, earlier } = excerpt(channel.roots(), root, before);
  const rail = [...channel.since(0)]
    .sort((a, b) => b.at.localeCompare(a.at))
    .flatMap((posted) => presentRail(channel, posted) ?? []);
  return page({
    pane,
    title: root ? `${titleOf(root.message.view)} · Dramatis` : 'Dramatis',
    at: position(channel, channel.revision()),
    notice: { simulatedOnly: simulatedOnly(lab), docs },
    rail,
    messages: shown.map((posted) => presentMessage(channel, posted, surroundings)),
    earlier,
    focus: root && pane === 'channel' ? root.id : undefined,
    thread: pane === 'thread' && root ? threadPane(parts, root) : undefined,
    composerHint: composerHint(lab),
    examples: examples(lab),
  });
}

/** The latest messages, or those around a certain one. */
function excerpt(roots: readonly Posted[], root: Posted | undefined, before: string | undefined) {
  const wanted = roots.findIndex(({ id }) => id === (before ?? root?.id));
  const latest = Math.max(0, roots.length - MESSAGES);
  const end = before !== undefined && wanted > 0 ? wanted : roots.length;
  const start =
    before !== undefined
      ? Math.max(0, end - MESSAGES)
      : wanted < 0
        ? latest
        : Math.min(latest, wanted);
  const first = roots[start];
  return {
    shown: roots.slice(start, end),
    earlier: start > 0 && first ? `/?before=${first.id}` : undefined,
  };
}

function threadPane({ channel, lab, surroundings }: PagesParts, root: Posted): ThreadPane {
  return {
    root: root.id,
    address: addressOf(channel, root),
    title: titleOf(root.message.view),
    replies: channel
      .replies(root.id)
      .map((posted) => presentMessage(channel, posted, surroundings)),
    followsUp: canFollowUp(lab.commands) && lastRun(channel, root.id) !== undefined,
  };
}

function simulatedOnly(lab: Lab): boolean {
  const { models, providers } = lab.config();
  const asked = [...models.values()].map(({ provider }) => providers.get(provider));
  return asked.length > 0 && asked.every((provider) => provider?.simulated === true);
}

/** Who is asked where somebody names nobody. */
function composerHint(lab: Lab): string {
  const { models, personas } = lab.config().defaults;
  return models.length === 0
    ? 'No model is configured yet'
    : `Without a slash: asks ${models.join(', ')} as ${personas.join(', ')}`;
}

function examples({ commands }: Lab): readonly string[] {
  return ['ask', 'run', 'help'].flatMap((name) => commands.get(name)?.examples[0] ?? []);
}
