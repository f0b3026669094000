import { userInfo } from 'node:os';
import type { Person } from '../../../core/domain/person.ts';
import { stripLine } from '../../../core/text/sanitise.ts';
import { takeCodeUnits } from '../../../core/text/truncate.ts';
import { LIMITS } from '../limits.ts';

/** The person at this machine: by the name that the settings have, else that of the account, else “you”. */
export function localPerson(given = ''): Person {
  const name = tidy(given) || tidy(accountName()) || 'you';
  return { id: `local:${name.replaceAll(/\s/g, '-')}`, name };
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry in the system's list, as in some containers.
    return '';
  }
}

function tidy(name: string): string {
  return takeCodeUnits(stripLine(name), LIMITS.name.max);
}
