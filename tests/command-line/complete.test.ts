import { describe, expect, test } from 'vitest';
import { complete, rank } from '../../core/command-line/complete.ts';
import { completeLine } from '../../core/command-line/complete-line.ts';
import type { Command } from '../../core/command-line/declare.ts';
import { app, ask, commands, help, listing, run, show } from './fixtures.ts';

const values = async (command: Command, option: string, typed: string) =>
  (await complete(app, command, option, typed)).map(({ value }) => value);

test('what was typed whole comes before what goes on from it', () => {
  const choices = ['coin-flip-chat', 'coin-flip'].map((value) => ({ label: value, value }));
  expect(rank(choices, 'coin-flip').map(({ value }) => value)).toEqual([
    'coin-flip',
    'coin-flip-chat',
  ]);
});

describe('one option', () => {
  test.each([
    [ask, 'models', '', ['larch', 'rowan', 'oak']],
    [ask, 'models', 'o', ['oak', 'rowan']],
    [ask, 'models', 'oak,', ['oak,larch', 'oak,rowan']],
    [ask, 'models', 'oak, larch, r', ['oak,larch,rowan']],
    [ask, 'personas', 'scholar', ['alien-scholar']],
    [run, 'probe', 'embodyment', ['embodiment-slip']],
    [run, 'probe', 'sugar', []],
    [show, 'as', 'a', ['answers', 'comparison']],
    [show, 'run', '', ['7f3a9c', '2b4d11']],
    [show, 'run', 'role', ['2b4d11']],
    [help, 'command', 'sh', ['show']],
    [ask, 'cache', '', ['yes', 'no']],
    [ask, 'prompt', 'Why', []],
    [ask, 'nothing', '', []],
  ] as [Command, string, string, string[]][])(
    '%# $1 “$2”',
    async (command, option, typed, expected) => {
      expect(await values(command, option, typed)).toEqual(expected);
    },
  );

  test('labels say what a name stands for', async () => {
    expect((await complete(app, ask, 'models', 'oak'))[0]?.label).toBe('oak · Oak 7B');
    expect((await complete(app, run, 'probe', 'role'))[0]?.label).toBe(
      'role-take · who takes the role?',
    );
    expect((await complete(app, show, 'run', '7f'))[0]?.label).toBe(
      '7f3a9c · embodiment-slip · 2 subjects · done · 10 May, 09:30 UTC',
    );
  });

  test('gives at most 25, none with a label over 100 characters', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      name: `p${index}`,
      title: 'x'.repeat(200),
    }));
    const choices = await complete(
      { ...app, probes: listing(many) } as unknown as typeof app,
      run,
      'probe',
      '',
    );
    expect(choices).toHaveLength(25);
    expect(Math.max(...choices.map(({ label }) => label.length))).toBe(100);
  });
});

describe('a line, with the caret at the bar', () => {
  const at = async (marked: string) => {
    const caret = marked.indexOf('|');
    const line = marked.replace('|', '');
    const { kind, from, to, choices } = await completeLine(app, line, caret);
    return { kind, replaces: line.slice(from, to), values: choices.map(({ value }) => value) };
  };
  const all = [...commands.keys()];
  const options = [
    '--models',
    '--personas',
    '--samples',
    '--seed',
    '--temperature',
    '--cache',
    '--note',
  ];

  test.each([
    ['|', 'command', '', all],
    ['/probe |', 'command', '', all],
    ['/probe s|', 'command', 's', ['show', 'ask', 'compare']],
    ['rnu|', 'command', 'rnu', ['run']],
    ['frobnicate |', 'command', '', []],
    ['run |', 'value', '', ['embodiment-slip', 'role-take']],
    ['run rol|', 'value', 'rol', ['role-take']],
    ['run role-take |', 'option', '', ['--models', '--samples']],
    ['run role-take --|', 'option', '--', ['--models', '--samples']],
    ['run role-take —m|', 'option', '—m', ['--models']],
    ['run role-take --samples 3 |', 'option', '', ['--models']],
    ['run role-take --samples |', 'value', '', []],
    ['run role-take --models |', 'value', '', ['larch', 'rowan', 'oak']],
    ['run role-take --models oak,|', 'value', 'oak,', ['oak,larch', 'oak,rowan']],
    ['run role-take --models oak, l|', 'value', 'oak, l', ['oak,larch']],
    ['run role-take --models=oa|', 'value', 'oa', ['oak']],
    ['run --samples 3 |', 'value', '', ['embodiment-slip', 'role-take']],
    ['run | --samples 3', 'value', '', ['embodiment-slip', 'role-take']],
    ['show 7f3a --as an|', 'value', 'an', ['answers']],
    ['ask Why do |', 'option', '', options],
    ['ask Why d|', 'value', 'd', []],
    ['ask Why --p|', 'option', '--p', ['--personas']],
    ['ask "Why --p|', 'value', '"Why --p', []],
  ])('%s', async (line, kind, replaces, expected) => {
    expect(await at(line)).toEqual({ kind, replaces, values: expected });
  });
});
