import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCommands } from '../../core/command-line/load.ts';
import { UserError } from '../../core/domain/user-error.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, declaration: string) =>
  writeFile(join(folder, name), `export const command = ${declaration};\n`);
const load = () => loadCommands(pathToFileURL(folder));

const declare = (changes: Record<string, string> = {}): string => {
  const all = {
    name: "'greet'",
    about: "'Greet somebody.'",
    options: "{ who: { kind: 'text', about: 'Whom.', required: true, positional: true } }",
    examples: "['greet ada']",
    run: 'async () => {}',
    ...changes,
  };
  return `{ ${Object.entries(all).map(([key, value]) => `${key}: ${value}`)} }`;
};

test('loads every command of a folder, in the order of their names', async () => {
  await write(
    'part.ts',
    declare({ name: "'part'", examples: "['part ada', 'greet ada'.replace('greet', 'part')]" }),
  );
  await write('greet.ts', declare());
  await writeFile(join(folder, 'README.md'), 'not a command');
  const commands = await load();
  expect([...commands.keys()]).toEqual(['greet', 'part']);
  expect(commands.get('greet')?.about).toBe('Greet somebody.');
});

describe('names the file and the reason', () => {
  const option = (declaration: string) => ({ options: `{ ${declaration} }` });
  test.each([
    ['another name', { name: "'hello'" }, 'declares a command called hello'],
    ['a long about', { about: `'${'x'.repeat(101)}'` }, 'about'],
    ['no examples', { examples: '[]' }, 'examples'],
    ['no run', { run: "'later'" }, 'run'],
    ['an example of nothing', { examples: "['grete ada']" }, 'Did you mean greet?'],
    ['an example with a wrong option', { examples: "['greet ada --loud']" }, 'no option --loud'],
    ['an option in capitals', option("Who: { kind: 'text', about: 'Whom.' }"), 'hyphens'],
    ['an unknown kind', option("who: { kind: 'colour', about: 'Which.' }"), 'kind'],
    ['an unknown field', option("who: { kind: 'text', about: 'Whom.', min: 3 }"), 'min'],
    [
      'a range that holds nothing',
      option("n: { kind: 'integer', about: 'How many.', min: 3, max: 2 }"),
      'min is above max',
    ],
    [
      'a required option after another',
      option("a: { kind: 'text', about: 'A.' }, b: { kind: 'text', about: 'B.', required: true }"),
      'required options stand before',
    ],
    [
      'a positional option after a text',
      option(
        "a: { kind: 'text', about: 'A.', positional: true }, b: { kind: 'run', about: 'B.', positional: true }",
      ),
      'last positional option',
    ],
    [
      'a flag that is a denial',
      option("no-wait: { kind: 'flag', about: 'At once.' }".replace('no-wait', "'no-wait'")),
      'denies',
    ],
  ])('%s', async (_, changes, reason) => {
    await write('greet.ts', declare(changes));
    const failure = await load().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    if (!(failure instanceof UserError)) return;
    expect(failure.message).toContain('commands/greet.ts');
    expect(`${failure.message} ${failure.hint}`).toContain(reason);
  });

  test('a file that exports something else', async () => {
    await writeFile(join(folder, 'greet.ts'), 'export const other = 1;\n');
    await expect(load()).rejects.toThrow('commands/greet.ts is not a command');
  });
});
