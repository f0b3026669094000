import { FOLDERS } from '../../bots/folders.ts';
import { findPlatforms } from '../../bots/platforms.ts';
import { loadCommands } from '../../core/command-line/load.ts';
import { VARIABLES, type Variable } from '../../core/config/env.ts';
import { FORMATS } from '../../core/import/registry.ts';
import { MEASURES } from '../../core/measures/registry.ts';
import { loadPersonas, loadProbes } from '../../core/probes/load.ts';
import { loadScorers } from '../../core/scoring/load.ts';
import { commandDetails, commandsTable } from './commands.ts';
import { probeFields } from './fields.ts';
import { analoguesText, probeNotes, probesTable } from './probes.ts';
import { code, table } from './table.ts';

const scorers = await loadScorers();
const personas = await loadPersonas(FOLDERS.personas.pathname);
const probes = [...(await loadProbes(FOLDERS.probes.pathname, scorers, personas)).values()];
const commands = [...(await loadCommands(FOLDERS.commands)).values()];
const variables: readonly Variable[] = VARIABLES;
const platformVariables = (await findPlatforms()).flatMap((platform) => platform.variables);

/** The text of each section that a page may hold between its marks. */
export const SECTIONS: ReadonlyMap<string, string> = new Map([
  ['probes', probesTable(probes, scorers)],
  ['probe-names', `${probes.map(({ name }) => code(name)).join(', ')}`],
  ['probe-notes', probeNotes(probes)],
  ['analogues', analoguesText(probes)],
  ['probe-fields', probeFields()],
  [
    'personas',
    table(
      ['persona', 'who it is'],
      [...personas.values()].map(({ name, about }) => [code(name), about]),
    ),
  ],
  [
    'scorers',
    table(
      ['scorer', 'what it finds', 'value', 'fields'],
      [...scorers.values()].map(({ name, about, gives = '', fields = '' }) => [
        code(name),
        about,
        gives,
        fields,
      ]),
    ),
  ],
  [
    'measures',
    table(
      ['kind', 'a row’s figure', 'tested by'],
      [...MEASURES.values()].map(({ kind, about = '', tested = '' }) => [
        code(kind),
        about,
        tested,
      ]),
    ),
  ],
  [
    'formats',
    table(
      ['format', 'what it is', 'what it becomes'],
      FORMATS.map(({ name, about, becomes = '' }) => [code(name), about, becomes]).toSorted(),
    ),
  ],
  ['commands', commandsTable(commands)],
  ['command-details', commandDetails(commands)],
  [
    'variables',
    table(
      ['variable', 'what it is', 'where it is not set'],
      variables.map(({ name, about, otherwise }) => [code(name), about, otherwise]),
    ),
  ],
  [
    'platform-variables',
    table(
      ['variable', 'what it is'],
      platformVariables.map(({ name, about }) => [code(name), about]),
    ),
  ],
]);
