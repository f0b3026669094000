import { userInfo } from 'node:os';
import type { Person } from '../../../core/domain/person.ts';
import { stripLine } from '../../../core/text/sanitise.ts';
import { takeCodeUnits } from '../../../core/text/truncate.ts';

const LONGEST_NAME = 40;

/** Who sits at this machine: `DRAMATIS_NAME`, else the name of the account, else “you”. */
export function localPerson(env: NodeJS.ProcessEnv = process.env): Person {
  const name = tidy(env.DRAMATIS_NAME ?? '') || tidy(accountName()) || 'you';
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
  return takeCodeUnits(stripLine(name), LONGEST_NAME);
}
