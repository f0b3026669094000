import { expect, test } from 'vitest';
import { FLAGS, takeFlags } from '../../bots/terminal/receive/flags.ts';
import { terminalHelp } from '../../bots/terminal/render/help.ts';
import { renderView } from '../../bots/terminal/render/message.ts';
import { EXIT, exitCodeOf } from '../../bots/terminal/send/exit.ts';
import { commands, run } from '../command-line/fixtures.ts';

const text = (...about: Parameters<typeof terminalHelp>) =>
  renderView(terminalHelp(...about), { width: 80, colour: false, drawText: () => '' });

test('the overview names every command, flag and exit code', () => {
  for (const name of commands.keys()) expect(text(commands)).toMatch(new RegExp(`^${name} `, 'm'));
  for (const flag of Object.keys(FLAGS)) expect(text(commands)).toContain(`--${flag}`);
  for (const { code } of Object.values(EXIT))
    expect(text(commands)).toMatch(new RegExp(`^${code} `, 'm'));
});

test('the page of a command says what it takes, with examples to type', () => {
  expect(text(commands, run)).toContain(
    'npm run probe -- run <probe> [--models a,b] [--samples n]',
  );
  expect(text(commands, run)).toMatch(/--samples +How often each answers: 1 to 100/);
  expect(text(commands, run)).toContain('npm run probe -- run embodiment-slip --samples 10');
});

test('flags are taken out wherever they stand, up to two hyphens', () => {
  const { flags, rest } = takeFlags([
    '--json',
    'ask',
    'Why?',
    '-h',
    '--samples',
    '3',
    '--',
    '--yes',
  ]);
  expect(flags).toEqual({ json: true, yes: false, quiet: false, help: true, version: false });
  expect(rest).toEqual(['ask', 'Why?', '--samples', '3', '--', '--yes']);
});

test.each([
  ['done', ['answered', 'refused', 'truncated'], 0],
  ['done', [], 0],
  ['done', ['answered', 'failed'], 3],
  ['done', ['failed', 'failed'], 4],
  ['failed', ['answered'], 4],
  ['cancelled', ['answered', 'failed'], 130],
  ['interrupted', [], 130],
] as const)('a run that is %s with %j ends in %i', (state, outcomes, code) => {
  const trials = outcomes.map((outcome, index) => ({
    trialId: String(index),
    outcome,
    replies: [],
    startedAt: '',
    finishedAt: '',
    cached: false,
  }));
  expect(exitCodeOf({ state, trials })).toBe(code);
});
