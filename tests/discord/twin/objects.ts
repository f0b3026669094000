import { type Channel, type Stored, THREAD, type World } from './world.ts';

/** Objects in the form in which Discord sends them, as far as discord.js reads them. */

export function user(id: string, name: string, bot = false) {
  return { id, username: name, global_name: name, discriminator: '0', avatar: null, bot };
}

export function member(world: World) {
  return {
    user: user(world.person, 'ada'),
    nick: 'Ada',
    roles: [],
    joined_at: '2024-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
    permissions: '0',
  };
}

export function channelObject(world: World, channel: Channel) {
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    guild_id: world.guild,
    position: 0,
    permission_overwrites: [],
    ...(channel.type === THREAD && {
      parent_id: channel.parent,
      owner_id: world.bot,
      message_count: 1,
      member_count: 1,
      thread_metadata: {
        archived: channel.archived,
        locked: channel.locked,
        auto_archive_duration: 1440,
        archive_timestamp: '2024-01-01T00:00:00.000Z',
      },
    }),
  };
}

export function guildObject(world: World) {
  const own = [...world.channels.values()].filter(({ type }) => type === 0);
  return {
    id: world.guild,
    name: 'Botany',
    owner_id: world.person,
    unavailable: false,
    large: false,
    member_count: 2,
    joined_at: '2024-01-01T00:00:00.000Z',
    preferred_locale: 'en-GB',
    features: [],
    emojis: [],
    stickers: [],
    roles: [
      {
        id: world.guild,
        name: '@everyone',
        color: 0,
        colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
        hoist: false,
        position: 0,
        permissions: '0',
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    members: [],
    channels: own.map((channel) => channelObject(world, channel)),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function messageObject(world: World, stored: Stored) {
  return {
    id: stored.id,
    channel_id: stored.channel,
    type: 0,
    author: user(world.bot, 'Dramatis', true),
    content: stored.body.content ?? '',
    timestamp: '2024-01-01T00:00:00.000Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    flags: stored.body.flags ?? 0,
    components: stored.body.components ?? [],
  };
}
