import type { App } from '../../core/app/app.ts';
import { defineCommand } from '../../core/app/define-command.ts';
import type { Command } from '../../core/command-line/declare.ts';
import type { Config } from '../../core/config/types.ts';
import type { RunSummary } from '../../core/domain/run.ts';
import { mapCatalogue } from '../../core/probes/catalogue.ts';

const nothing = async () => ({
  to: 'asker' as const,
  message: { view: { state: 'info' as const, blocks: [], actions: [] } },
});

const ask = defineCommand({
  name: 'ask',
  about: 'Ask several subjects one question',
  options: {
    prompt: {
      kind: 'text',
      about: 'What to ask',
      required: true,
      positional: true,
      maxLength: 2000,
    },
    models: { kind: 'models', about: 'Which models answer' },
    personas: { kind: 'personas', about: 'Under which personas' },
    samples: { kind: 'integer', about: 'How often each answers', min: 1, max: 100 },
    seed: { kind: 'integer', about: 'Where chance begins', min: 0, max: 4_294_967_295 },
    temperature: { kind: 'number', about: 'How far answers stray', min: 0, max: 2 },
    cache: { kind: 'flag', about: 'Take answers that were given before' },
    note: { kind: 'text', about: 'A word to remember it by' },
  },
  examples: ['ask "Why do humans crave sugar?" --samples 3', 'ask Who are you? --models oak'],
  run: nothing,
});

const run = defineCommand({
  name: 'run',
  about: 'Run a probe',
  options: {
    probe: { kind: 'probe', about: 'Which probe', required: true, positional: true },
    models: { kind: 'models', about: 'Which models answer' },
    samples: { kind: 'integer', about: 'How often each answers', min: 1, max: 100 },
  },
  examples: ['run embodiment-slip --samples 10'],
  run: nothing,
});

const show = defineCommand({
  name: 'show',
  about: 'Show a run again',
  options: {
    run: { kind: 'run', about: 'Which run', required: true, positional: true },
    as: { kind: 'choice', about: 'What of it', choices: ['comparison', 'answers', 'export'] },
  },
  examples: ['show 7f3a --as answers'],
  run: nothing,
});

const compare = defineCommand({
  name: 'compare',
  about: 'Compare two runs under some models',
  options: {
    first: { kind: 'run', about: 'One run', positional: true },
    models: { kind: 'models', about: 'For these models', positional: true },
    why: { kind: 'text', about: 'What for', positional: true },
  },
  examples: ['compare 7f3a a,b because it matters'],
  run: nothing,
});

const help = defineCommand({
  name: 'help',
  about: 'What can be done here',
  options: { command: { kind: 'command', about: 'One command', positional: true } },
  examples: ['help run'],
  run: nothing,
});

export const commands: ReadonlyMap<string, Command> = new Map(
  [ask, run, show, compare, help].map((each) => [each.name, each]),
);
export { ask, compare, help, run, show };

const models = ['larch', 'rowan', 'oak'].map((id) => [
  id,
  {
    id,
    label: id === 'oak' ? 'Oak 7B' : id,
    provider: 'cast',
    name: id,
    parameters: {},
    capabilities: [],
  },
]) as [string, never][];

const runs: readonly RunSummary[] = ['7f3a9c', '2b4d11'].map((id, index) => ({
  runId: id,
  kind: 'probe',
  title: ['embodiment-slip', 'role-take'][index] ?? '',
  subjectIds: ['larch/assistant', 'rowan/pirate'],
  samples: 4,
  by: { id: 'local:ada', name: 'ada' },
  channel: 'local:team',
  plannedAt: `2026-05-1${index}T09:30:00.000Z`,
  state: 'done',
  startedAt: `2026-05-1${index}T09:30:00.000Z`,
  finishedAt: `2026-05-1${index}T09:31:00.000Z`,
  trials: 96,
  settled: 96,
}));

export function listing<T extends { readonly name: string }>(values: readonly T[]) {
  return mapCatalogue(new Map(values.map((value) => [value.name, value])), (value) => value);
}

/** A app that knows some names and some runs, which is all that reading a line needs. */
export const app = {
  configWith: async () => ({ models: new Map(models) }) as unknown as Config,
  probes: listing([
    { name: 'embodiment-slip', title: 'does “our bodies” follow the persona?' },
    { name: 'role-take', title: 'who takes the role?' },
  ]),
  personas: listing([
    { name: 'assistant', label: 'assistant' },
    { name: 'pirate', label: 'the pirate' },
    { name: 'alien-scholar', label: 'alien scholar' },
  ]),
  commands,
  runs: { recent: async ({ limit }: { limit: number }) => runs.slice(0, limit) },
} as unknown as App;
