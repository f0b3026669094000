import type { Probe } from '../../core/domain/probe.ts';
import type { Scorer } from '../../core/scoring/scorer.ts';
import { code, listed, table } from './table.ts';

/** Conditions that are named in a row; of a longer list the first few. */
const NAMED = 6;

type Scorers = ReadonlyMap<string, Scorer>;

export function probesTable(probes: readonly Probe[], scorers: Scorers): string {
  return table(
    ['probe', 'asks', 'conditions', 'scored by', 'items × samples', 'judge'],
    probes.map((probe) => [
      code(probe.name),
      probe.title,
      conditionsOf(probe),
      [...new Set(probe.scores.map(({ by }) => code(by)))].join(', '),
      `${probe.items.length} × ${probe.samples}`,
      probe.scores.some(({ by }) => scorers.get(by)?.needsJudge) ? 'yes' : 'no',
    ]),
  );
}

function conditionsOf({ conditions }: Probe): string {
  const own = conditions.filter(({ paraphrases }) => paraphrases === undefined);
  const reworded = conditions.length - own.length;
  const names = own.slice(0, NAMED).map(({ label }) => label);
  const more = own.length > NAMED ? `; and ${own.length - NAMED} more` : '';
  return `${names.join('; ')}${more}${reworded > 0 ? `; ${reworded} in other words` : ''}`;
}

/** A heading for each, with how to read its figures; without such notes, what it asks and why. */
export function probeNotes(probes: readonly Probe[]): string {
  return probes
    .map(({ name, notes, about }) => `### ${name}\n\n${(notes ?? about).trim()}`)
    .join('\n\n');
}

export function analoguesText(probes: readonly Probe[]): string {
  const names = probes.filter(({ analogue }) => analogue).map(({ name }) => code(name));
  return `Some are **analogues** of claims about training, and are called so in every list, header and picture:
${listed(names)} put into the context what
the claim has in the training data. PSM says that context moves the posterior too; context is not training all the
same.`;
}
