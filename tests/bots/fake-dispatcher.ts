import pino from 'pino';
import type { Choice, Dispatcher, Outcome } from '../../bots/dispatcher.ts';
import type { Invocation, Platform } from '../../bots/platform.ts';
import type { App, AppCommand } from '../../core/app/app.ts';
import { mapCatalogue } from '../../core/probes/catalogue.ts';

/** A dispatcher that notes what it is handed, and answers with what a test gives it. */
export interface FakeDispatcher extends Dispatcher {
  readonly handled: Invocation[];
  readonly completions: (readonly [command: string, option: string, typed: string])[];
  readonly adopted: Platform[];
  /** Whatever was logged, as text. */
  readonly logged: string[];
  /** The next invocation that no call of this has returned yet. */
  next(): Promise<Invocation>;
  /** What handling does beside noting; the platform is the one that was started. */
  onHandle: (platform: Platform, invocation: Invocation) => Promise<void>;
  /** Called whenever something was noted. */
  onChange: () => void;
  choices: readonly Choice[];
}

/** A command's `run`, or a part of the app, that a test does not come to. */
export function never(): never {
  throw new Error('not used here');
}

export function fakeDispatcher(commands: readonly AppCommand[] = []): FakeDispatcher {
  const logged: string[] = [];
  const waiting: ((invocation: Invocation) => void)[] = [];
  const unread: Invocation[] = [];
  const write = (text: string): void => {
    logged.push(text);
    dispatcher.onChange();
  };
  const dispatcher: FakeDispatcher = {
    app: fakeApp(commands, write),
    handled: [],
    completions: [],
    adopted: [],
    logged,
    choices: [],
    onHandle: async () => {},
    onChange: () => {},
    next() {
      const first = unread.shift();
      if (first) return Promise.resolve(first);
      return new Promise((resolve) => waiting.push(resolve));
    },
    async handle(platform, invocation): Promise<Outcome> {
      dispatcher.handled.push(invocation);
      dispatcher.onChange();
      await dispatcher.onHandle(platform, invocation);
      const reader = waiting.shift();
      if (reader) reader(invocation);
      else unread.push(invocation);
      return { kind: 'repeated' };
    },
    async complete(command, option, typed) {
      dispatcher.completions.push([command, option, typed]);
      return dispatcher.choices;
    },
    async adopt(platform) {
      dispatcher.adopted.push(platform);
    },
    async stop() {},
  };
  return dispatcher;
}

function fakeApp(commands: readonly AppCommand[], write: (text: string) => void): App {
  return {
    config: never,
    configWith: never,
    configProblem: () => undefined,
    probes: mapCatalogue(new Map(), never),
    personas: mapCatalogue(new Map(), never),
    commands: new Map(commands.map((command) => [command.name, command])),
    comparisons: { of: never, follow: never },
    models: { ask: never, missingKey: never, status: never },
    planner: never,
    runs: {
      begin: never,
      resume: never,
      cancel: never,
      get: never,
      whole: never,
      recent: never,
      follow: never,
      interrupted: never,
      spend: never,
      stop: never,
    },
    drafts: { save: never, own: never, discard: never },
    labels: { get: never, save: never },
    keepProbe: never,
    imports: {
      read: never,
      keep: never,
      apply: never,
      probes: mapCatalogue(new Map(), never),
      personas: mapCatalogue(new Map(), never),
    },
    now: never,
    log: pino({ level: 'trace' }, { write }),
  };
}
