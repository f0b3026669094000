import { type AutocompleteInteraction, GuildMember } from 'discord.js';
import type { Person } from '../../../core/domain/person.ts';
import type { Acted } from './invocation.ts';

/** The person who acted. In a server people go by the name that they have there. */
export function personOf({ user, member }: Acted | AutocompleteInteraction): Person {
  const nick = member instanceof GuildMember ? member.nickname : member?.nick;
  return { id: `discord:${user.id}`, name: nick || user.globalName || user.username };
}
