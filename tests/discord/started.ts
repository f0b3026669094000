import { connectDiscord } from '../../bots/discord/receive/connect.ts';
import type { View } from '../../core/views/view.ts';
import type { FakeDispatcher } from '../bots/fake-dispatcher.ts';
import type { Twin } from './twin.ts';

/** The bot, started against a twin that wakes for what the dispatcher does too. */
export async function startAgainst(twin: Twin, dispatcher: FakeDispatcher, guildId?: string) {
  dispatcher.onChange = twin.wake;
  return connectDiscord(dispatcher, { token: twin.world.token, apiUrl: twin.apiUrl, guildId });
}

export function saying(text: string, more: Partial<View> = {}): View {
  return { state: 'done', blocks: [{ kind: 'text', text }], actions: [], ...more };
}
