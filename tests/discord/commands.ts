import type { AppCommand } from '../../core/app/app.ts';
import { defineCommand } from '../../core/app/define-command.ts';
import { never } from '../bots/fake-dispatcher.ts';

/** Some commands with every kind of option, which do nothing themselves. */
export const COMMANDS: readonly AppCommand[] = [
  defineCommand({
    name: 'ask',
    about: 'Ask several subjects the same question',
    options: {
      models: { kind: 'models', about: 'Which models' },
      prompt: { kind: 'text', about: 'The question', required: true, positional: true },
      samples: { kind: 'integer', about: 'How often', min: 1, max: 50 },
      maxUsd: { kind: 'number', about: 'At most so many dollars', min: 0, max: 9.5 },
      blind: { kind: 'flag', about: 'Hide who answers' },
    },
    examples: ['ask "What are you?"'],
    run: never,
  }),
  defineCommand({
    name: 'show',
    about: 'Show a run',
    options: {
      run: { kind: 'run', about: 'Which run', positional: true },
      as: { kind: 'choice', about: 'What of it', choices: ['comparison', 'answers'] },
    },
    examples: ['show 7f3a'],
    run: never,
  }),
];
