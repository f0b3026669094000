import { messageErrors, modalErrors } from '../rules.ts';
import type { Workspace } from './state.ts';

type Args = Readonly<Record<string, unknown>>;
type Answer = { readonly ok: boolean; readonly error?: string } & Args;

export interface Method {
  /** One of these permissions is needed. */
  readonly scope?: string;
  readonly answer: (space: Workspace, args: Args, base: string) => Answer;
}

const ok = (rest: Args = {}): Answer => ({ ok: true, ...rest });
const no = (error: string, messages: readonly string[] = []): Answer => ({
  ok: false,
  error,
  response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
});

/** The methods that the bot uses, with the checks that Slack makes. */
export const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': {
    answer: ({ team }) =>
      ok({
        url: 'https://twin.slack.com/',
        team: 'Twin',
        team_id: team,
        user: 'dramatis',
        user_id: 'U0BOT',
        bot_id: 'B0BOT',
      }),
  },
  'apps.connections.open': {
    answer: (space, _, base) =>
      ok({ url: `${base.replace('http', 'ws')}/link/?ticket=${space.next()}` }),
  },
  'chat.postMessage': {
    scope: 'chat:write',
    answer: (space, args) => {
      const channel = String(args.channel);
      const direct = channel.startsWith('U');
      if (!direct && !space.channels.has(channel)) return no('channel_not_found');
      const rejected = reject(space, args);
      if (rejected) return rejected;
      const ts = `17000000${String(space.next()).padStart(2, '0')}.000100`;
      const thread_ts = typeof args.thread_ts === 'string' ? args.thread_ts : undefined;
      const at = direct ? 'D0DIRECT' : channel;
      space.messages.set(ts, { ...contentOf(args), channel: at, ts, thread_ts, versions: 1 });
      return ok({ channel: at, ts, message: { ...contentOf(args), ts } });
    },
  },
  'chat.update': {
    scope: 'chat:write',
    answer: (space, args) => {
      const message = space.messages.get(String(args.ts));
      if (!message || message.channel !== args.channel) return no('message_not_found');
      const rejected = reject(space, args);
      if (rejected) return rejected;
      const versions = message.versions + 1;
      space.messages.set(message.ts, { ...message, ...contentOf(args), versions });
      return ok({ channel: message.channel, ts: message.ts });
    },
  },
  'chat.postEphemeral': {
    scope: 'chat:write',
    answer: (space, args) => {
      if (!space.channels.has(String(args.channel))) return no('channel_not_found');
      const rejected = reject(space, args);
      if (rejected) return rejected;
      space.ephemerals.push({ user: String(args.user), ...contentOf(args) });
      return ok({ message_ts: `17000000${space.next()}.000200` });
    },
  },
  'views.open': {
    answer: (space, args) => {
      const trigger = String(args.trigger_id);
      if (space.usedTriggers.has(trigger)) return no('exchanged_trigger_id');
      space.usedTriggers.add(trigger);
      return showView(space, args, `V${space.next()}`);
    },
  },
  'views.update': {
    answer: (space, args) => {
      const before = space.views.get(String(args.view_id));
      if (!before) return no('not_found');
      if (args.hash !== undefined && args.hash !== before.hash) return no('hash_conflict');
      return showView(space, args, String(args.view_id));
    },
  },
  'files.getUploadURLExternal': {
    scope: 'files:write',
    answer: (space, args, base) => {
      const length = Number(args.length);
      if (!args.filename || !(length > 0)) return no('invalid_arguments');
      const id = `F${String(space.next()).padStart(10, '0')}`;
      const alt = typeof args.alt_txt === 'string' ? args.alt_txt : undefined;
      space.files.set(id, { id, name: String(args.filename), alt, length, looksLeft: 1 });
      return ok({ upload_url: `${base}/upload/${id}`, file_id: id });
    },
  },
  'files.completeUploadExternal': {
    scope: 'files:write',
    answer: (space, args) => {
      const ids = Array.isArray(args.files) ? args.files.map((file) => String(file.id)) : [];
      const files = ids.map((id) => space.files.get(id));
      if (files.length === 0 || files.some((file) => !file?.bytes)) return no('invalid_arguments');
      const channel = args.channel_id === undefined ? undefined : String(args.channel_id);
      if (channel !== undefined && !space.channels.has(channel)) return no('channel_not_found');
      const thread = args.thread_ts === undefined ? undefined : String(args.thread_ts);
      for (const file of files) {
        if (file) space.files.set(file.id, { ...file, channel, thread, complete: true });
      }
      return ok({ files: ids.map((id) => ({ id, title: space.files.get(id)?.name })) });
    },
  },
  'files.info': {
    scope: 'files:read',
    answer: (space, args) => {
      const file = space.files.get(String(args.file));
      if (!file?.complete) return no('file_not_found');
      space.files.set(file.id, { ...file, looksLeft: file.looksLeft - 1 });
      return ok({ file: { id: file.id, mimetype: file.looksLeft > 0 ? '' : 'image/png' } });
    },
  },
  'users.info': {
    scope: 'users:read',
    answer: (_, args) =>
      args.user === 'U0ADA'
        ? ok({ user: { id: 'U0ADA', name: 'ada', profile: { display_name: 'ada' } } })
        : no('user_not_found'),
  },
  'conversations.open': {
    scope: 'im:write',
    answer: () => ok({ channel: { id: 'D0DIRECT' } }),
  },
};

/** What Slack would say to the blocks and the text; undefined where it would take them. */
export function reject(space: Workspace, args: Args): Answer | undefined {
  const { blocks, text } = contentOf(args);
  const errors = [...messageErrors(blocks, text), ...imagesNotReady(space, blocks)];
  if (errors.length === 0) return undefined;
  space.rejections.push(...errors);
  return no('invalid_blocks', errors);
}

function imagesNotReady(space: Workspace, blocks: readonly Args[]): readonly string[] {
  return blocks.flatMap(({ slack_file: file }) => {
    if (typeof file !== 'object' || file === null || !('id' in file)) return [];
    const found = space.files.get(String(file.id));
    return found?.complete && found.looksLeft < 0 ? [] : ['invalid slack file'];
  });
}

function showView(space: Workspace, args: Args, id: string): Answer {
  const view = typeof args.view === 'object' && args.view !== null ? { ...args.view } : {};
  const errors = modalErrors(view);
  space.rejections.push(...errors);
  if (errors.length > 0) return no('invalid_arguments', errors);
  const shown = { ...view, id, hash: `${space.next()}.hash` };
  space.views.set(id, shown);
  return ok({ view: shown });
}

function contentOf(args: Args): { text: string; blocks: readonly Args[] } {
  return {
    text: typeof args.text === 'string' ? args.text : '',
    blocks: Array.isArray(args.blocks) ? args.blocks : [],
  };
}
