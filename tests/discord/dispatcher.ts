import pino from 'pino';
import { startDiscord } from '../../bots/discord/start.ts';
import type { Choice, Dispatcher } from '../../bots/dispatcher.ts';
import type { Invocation, Platform } from '../../bots/platform.ts';
import { defineCommand } from '../../core/app/define-command.ts';
import type { Command } from '../../core/command-line/declare.ts';
import type { View } from '../../core/views/view.ts';
import type { Twin } from './twin.ts';

/** Some commands with every kind of option, which do nothing themselves. */
export const COMMANDS: readonly Command[] = [
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
    run: absent,
  }),
  defineCommand({
    name: 'show',
    about: 'Show a run',
    options: {
      run: { kind: 'run', about: 'Which run', positional: true },
      as: { kind: 'choice', about: 'What of it', choices: ['comparison', 'answers'] },
    },
    examples: ['show 7f3a'],
    run: absent,
  }),
];

function absent(): never {
  throw new Error('not needed here');
}

/** A desk that hands each invocation to the test. */
export interface FakeDesk extends Dispatcher {
  readonly handled: readonly Invocation[];
  readonly completed: readonly (readonly [command: string, option: string, typed: string])[];
  readonly log: readonly string[];
  act: (platform: Platform, invocation: Invocation) => Promise<void>;
  choices: readonly Choice[];
  /** Called whenever something was added to the lists. */
  changed: () => void;
  /** The port that the adapter came with. */
  platform: Platform | undefined;
}

export function fakeDesk(commands: readonly Command[] = COMMANDS): FakeDesk {
  const handled: Invocation[] = [];
  const completed: [string, string, string][] = [];
  const log: string[] = [];
  const desk: FakeDesk = {
    handled,
    completed,
    log,
    act: async () => {},
    choices: [],
    changed: () => {},
    platform: undefined,
    app: {
      config: absent,
      configProblem: () => undefined,
      probes: new Map(),
      personas: new Map(),
      commands: new Map(commands.map((command) => [command.name, command])),
      models: { ask: absent, missingKey: absent, status: absent },
      comparisons: { of: absent, follow: absent },
      planner: absent,
      runs: {
        begin: absent,
        resume: absent,
        cancel: absent,
        get: absent,
        recent: absent,
        follow: absent,
        interrupted: absent,
        spend: absent,
        stop: absent,
      },
      drafts: { save: absent, own: absent, discard: absent },
      labels: { get: absent, save: absent },
      keepProbe: absent,
      imports: { read: absent, keep: absent, apply: absent },
      now: absent,
      log: pino(
        { level: 'trace' },
        {
          write(line: string) {
            log.push(line);
            desk.changed();
          },
        },
      ),
    },
    async handle(platform, invocation) {
      handled.push(invocation);
      desk.changed();
      await desk.act(platform, invocation);
    },
    async complete(command, option, typed) {
      completed.push([command, option, typed]);
      return desk.choices;
    },
    async adopt(platform) {
      desk.platform = platform;
    },
    async stop() {},
  };
  return desk;
}

/** The adapter, started against a twin that wakes for what the dispatcher does too. */
export async function startAgainst(twin: Twin, desk: FakeDesk, guildId?: string) {
  desk.changed = twin.wake;
  return startDiscord(desk, { token: twin.world.token, apiUrl: twin.apiUrl, guildId });
}

export function saying(text: string, more: Partial<View> = {}): View {
  return { state: 'done', blocks: [{ kind: 'text', text }], actions: [], ...more };
}
