import { defineCommand as command } from '../../core/app/define-command.ts';
import { never } from '../bots/fake-dispatcher.ts';

/** Two commands with every kind of option, which do nothing themselves. */
export const COMMANDS = [
  command({
    name: 'run',
    about: 'Run a probe',
    options: { probe: { kind: 'probe', about: 'Its name', required: true, positional: true } },
    examples: ['run quick-five'],
    run: never,
  }),
  command({
    name: 'ask',
    about: 'Ask a question',
    options: {
      prompt: { kind: 'text', about: 'The question', required: true, positional: true },
      models: { kind: 'models', about: 'Who is asked' },
      samples: { kind: 'integer', about: 'Answers each', min: 1, max: 100 },
      temperature: { kind: 'number', about: 'How free', min: 0, max: 2 },
      blind: { kind: 'flag', about: 'Hide the names' },
      as: { kind: 'choice', about: 'The form', choices: ['columns', 'rows'] },
      'follow-up': { kind: 'run', about: 'A run to go on from' },
    },
    examples: ['ask "What are you?"'],
    run: never,
  }),
];
