import { expect, test } from 'vitest';
import { commandHelp, overview } from '../../core/command-line/help-text.ts';
import { ask, commands, help, show } from './fixtures.ts';

test('the overview has a line for each command', () => {
  expect(overview(commands).map(({ name }) => name)).toEqual([...commands.keys()]);
  expect(overview(commands)[1]).toEqual({
    name: 'run',
    about: 'Run a probe',
    example: 'run embodiment-slip --samples 10',
  });
});

test('a page says what a command takes', () => {
  expect(commandHelp(ask).usage).toBe(
    'ask <prompt> [--models a,b] [--personas a,b] [--samples n] [--seed n] [--temperature n] [--cache] [--note <text>]',
  );
  expect(commandHelp(show).usage).toBe('show <run> [--as comparison|answers|export]');
  expect(commandHelp(help).usage).toBe('help [<command>]');
  expect(commandHelp(ask).options[0]).toEqual({
    form: '<prompt>',
    about: 'What to ask',
    takes: 'a text of at most 2,000 characters',
    says: 'What to ask: at most 2,000 characters',
    required: true,
  });
  expect(commandHelp(ask).options[3]).toEqual({
    form: '--samples',
    about: 'How often each answers',
    takes: 'a whole number from 1 to 100',
    says: 'How often each answers: 1 to 100',
    required: false,
  });
  expect(commandHelp(ask).examples).toHaveLength(2);
});
