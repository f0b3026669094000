import type { WebClient } from '@slack/web-api';
import type { Person } from '../../../core/domain/person.ts';

/** The people who act. Events name only an id: the name is asked for once. */
export interface People {
  person(user: string, name?: string): Promise<Person>;
}

export function createPeople(client: WebClient, team: string): People {
  const names = new Map<string, Promise<string>>();
  return {
    async person(user, name) {
      return { id: `slack:${team}:${user}`, name: name ?? (await nameOf(user)) };
    },
  };

  function nameOf(user: string): Promise<string> {
    const known = names.get(user) ?? ask(user);
    names.set(user, known);
    return known;
  }

  /** Without the permission, or the person, the id has to do. */
  async function ask(id: string): Promise<string> {
    try {
      const { user } = await client.users.info({ user: id });
      return user?.profile?.display_name || user?.real_name || user?.name || id;
    } catch {
      names.delete(id);
      return id;
    }
  }
}
