import pino from 'pino';
import type { Choice, Dispatcher } from '../../bots/dispatcher.ts';
import type { Invocation, Platform } from '../../bots/platform.ts';
import { defineCommand as command } from '../../core/app/define-command.ts';

/** A desk that notes what it is handed, and answers with what a test gives it. */
export interface FakeDesk extends Dispatcher {
  readonly handled: Invocation[];
  readonly completions: (readonly [command: string, option: string, typed: string])[];
  readonly adopted: Platform[];
  /** Whatever was logged, as text. */
  readonly logged: string[];
  /** The next invocation that no call of this has returned yet. */
  next(): Promise<Invocation>;
  /** What handling does beside noting; the port is the adapter's. */
  onHandle: (platform: Platform, invocation: Invocation) => Promise<void>;
  choices: readonly Choice[];
}

const never = () => {
  throw new Error('not used here');
};

const COMMANDS = [
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

export function fakeDesk(): FakeDesk {
  const logged: string[] = [];
  const waiting: ((invocation: Invocation) => void)[] = [];
  const unread: Invocation[] = [];
  const desk: FakeDesk = {
    app: {
      config: never,
      configProblem: () => undefined,
      probes: new Map(),
      personas: new Map(),
      commands: new Map(COMMANDS.map((one) => [one.name, one])),
      comparisons: { of: never, follow: never },
      models: { ask: never, missingKey: never, status: never },
      planner: never,
      runs: {
        begin: never,
        resume: never,
        cancel: never,
        get: never,
        recent: never,
        follow: never,
        interrupted: never,
        spend: never,
        stop: never,
      },
      drafts: { save: never, own: never, discard: never },
      labels: { get: never, save: never },
      keepProbe: never,
      imports: { read: never, keep: never, apply: never },
      now: never,
      log: pino({ level: 'trace' }, { write: (text: string) => void logged.push(text) }),
    },
    handled: [],
    completions: [],
    adopted: [],
    logged,
    choices: [],
    onHandle: async () => {},
    next() {
      const first = unread.shift();
      if (first) return Promise.resolve(first);
      return new Promise((resolve) => waiting.push(resolve));
    },
    async handle(platform, invocation) {
      desk.handled.push(invocation);
      await desk.onHandle(platform, invocation);
      const reader = waiting.shift();
      if (reader) reader(invocation);
      else unread.push(invocation);
    },
    async complete(command, option, typed) {
      const asked = [command, option, typed] as const;
      desk.completions.push(asked);
      return desk.choices;
    },
    async adopt(platform) {
      desk.adopted.push(platform);
    },
    async stop() {},
  };
  return desk;
}
