import type { RunSummary } from '../domain/run.ts';
import { labelled } from '../measures/names.ts';
import { nearest } from '../text/nearest.ts';
import { plural } from '../text/plural.ts';
import { collapse } from '../text/sanitise.ts';
import { truncateCodePoints } from '../text/truncate.ts';
import type { Command, Option } from './declare.ts';
import { takesList } from './flag.ts';
import type { Names } from './names.ts';
import { offered } from './offered.ts';

/** One thing that an option can be completed to: what is shown, and what is sent. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Discord takes no more, and no person reads more. */
export const MOST_CHOICES = 25;
const LONGEST_LABEL = 100;

/** Who completes: the runs of one channel are offered, without one all, for whoever sits at the machine. */
export interface Scope {
  readonly channel?: string;
  /** True in a shell, where commands that name files can be given. */
  readonly atTerminal?: boolean;
}

/** At most 25 completions of what was typed for one option, the likeliest first; `[]` where none fits. */
export async function complete(
  known: Names,
  command: Command,
  option: string,
  typed: string,
  scope: Scope = {},
): Promise<readonly Choice[]> {
  const declared = Object.hasOwn(command.options, option) ? command.options[option] : undefined;
  if (!declared) return [];
  if (!takesList(declared)) return rank(await choicesFor(known, declared, scope), typed);
  const names = typed.split(',').map((name) => name.trim());
  const before = names.slice(0, -1).filter((name) => name !== '');
  const rest = (await choicesFor(known, declared, scope)).filter(
    ({ value }) => !before.includes(value),
  );
  const prefix = before.map((name) => `${name},`).join('');
  return rank(rest, names.at(-1) ?? '').map(({ label, value }) => ({
    label: truncateCodePoints([...before, label].join(', '), LONGEST_LABEL),
    value: prefix + value,
  }));
}

/** The choices that what was typed may become: itself, beginnings, then parts, then the one slip away. */
export function rank(choices: readonly Choice[], typed: string): readonly Choice[] {
  const given = typed.trim().toLowerCase();
  const is = ({ value }: Choice): boolean => value.toLowerCase() === given;
  const begins = ({ value }: Choice): boolean => value.toLowerCase().startsWith(given);
  const holds = ({ label, value }: Choice): boolean =>
    `${value} ${label}`.toLowerCase().includes(given);
  const found = [
    ...choices.filter(is),
    ...choices.filter((choice) => begins(choice) && !is(choice)),
    ...choices.filter((choice) => !begins(choice) && holds(choice)),
  ];
  if (found.length > 0) return found.slice(0, MOST_CHOICES);
  const near = nearest(
    given,
    choices.map(({ value }) => value),
  );
  return choices.filter(({ value }) => value === near);
}

async function choicesFor(known: Names, option: Option, scope: Scope): Promise<readonly Choice[]> {
  switch (option.kind) {
    case 'run':
      return (await recentRuns(known, scope)).map(runChoice);
    case 'choice':
      return option.choices.map((value) => ({ label: value, value }));
    case 'flag':
      return ['yes', 'no'].map((value) => ({ label: value, value }));
    case 'text':
    case 'integer':
    case 'number':
      return [];
    case 'models':
    case 'model':
    case 'personas':
    case 'probe':
    case 'command':
      return namesOffered(known, option, scope);
  }
}

function recentRuns({ runs }: Names, { channel }: Scope): Promise<readonly RunSummary[]> {
  return runs.recent({ ...(channel === undefined ? {} : { channel }), limit: MOST_CHOICES });
}

async function namesOffered(
  known: Names,
  { kind }: Option,
  { atTerminal = false }: Scope,
): Promise<readonly Choice[]> {
  switch (kind) {
    case 'probe':
      return (await known.probes.list()).map((probe) =>
        named(probe.name, labelled(probe, probe.title)),
      );
    case 'personas':
      return (await known.personas.list()).map(({ name, label }) => named(name, label));
    case 'command':
      return [...offered(known.commands, atTerminal).values()].map(({ name, about }) =>
        named(name, about),
      );
    default:
      return [...(await known.configWith()).models.values()].map(({ id, label }) =>
        named(id, label),
      );
  }
}

/** `2f9c · coin-flip · 3 subjects · done · 14 May, 09:30 UTC` */
function runChoice(run: RunSummary): Choice {
  const subjects = plural(run.subjectIds.length, 'subject');
  const when = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(new Date(run.plannedAt));
  const what = labelled(run, truncateCodePoints(collapse(run.title), 40));
  return named(run.runId, `${what} · ${subjects} · ${run.state} · ${when} UTC`);
}

function named(value: string, about: string | undefined): Choice {
  const says = about === undefined || about === value ? value : `${value} · ${about}`;
  return { label: truncateCodePoints(says, LONGEST_LABEL), value };
}
