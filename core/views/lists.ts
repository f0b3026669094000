import type { Model } from '../domain/model.ts';
import type { Persona } from '../domain/probe.ts';
import type { RunSummary } from '../domain/run.ts';
import { unique } from '../domain/unique.ts';
import type { UserError } from '../domain/user-error.ts';
import { labelled } from '../measures/names.ts';
import type { ModelStatus } from '../models/models.ts';
import type { ProbeSummary } from '../probes/summary.ts';
import { dollars } from '../text/money.ts';
import { plural } from '../text/plural.ts';
import { truncateCodePoints } from '../text/truncate.ts';
import type { Block, ListItem, Message, TableHead } from './view.ts';

export function probesMessage(probes: readonly ProbeSummary[]): Message {
  const items = probes.map(
    (probe): ListItem => ({
      label: probe.name,
      text: `${labelled(probe, probe.title)} · ${plural(probe.trials, 'trial')} a subject`,
      line: `run ${probe.name}`,
    }),
  );
  return listMessage('Probes', items, 'No probe was found: put a YAML file into data/probes/.');
}

export function personasMessage(personas: readonly Persona[]): Message {
  const items = personas.map(
    (persona): ListItem => ({
      label: persona.name,
      text: persona.about,
      line: `ask "What are you?" --personas ${unique(['assistant', persona.name]).join(',')}`,
    }),
  );
  return listMessage(
    'Personas',
    items,
    'No persona was found: put a YAML file into data/personas/.',
  );
}

/** A prompt can be pages long. */
const TITLE = 100;

export function historyMessage(runs: readonly RunSummary[]): Message {
  const items = runs.map(
    (run): ListItem => ({
      label: `${run.runId} · ${labelled(run, truncateCodePoints(oneLine(run.title), TITLE))}`,
      text: [
        `${run.by.name}, ${run.plannedAt.slice(0, 16).replace('T', ' ')} UTC`,
        plural(run.subjectIds.length, 'subject'),
        run.state === 'done'
          ? plural(run.trials, 'trial')
          : `${run.state}, ${run.settled} of ${run.trials}`,
        ...(run.usd === undefined ? [] : [dollars(run.usd)]),
      ].join(' · '),
      line: `show ${run.runId}`,
    }),
  );
  return listMessage('Runs', items, 'Nothing was run here yet. Try: ask "What are you?"');
}

const MODEL_TABLE: readonly TableHead[] = [
  { text: 'model', align: 'left' },
  { text: 'provider', align: 'left' },
  { text: 'state', align: 'left' },
  { text: '$ per million in / out', align: 'right' },
  { text: 'offers', align: 'left' },
];

/** As much of the configuration as the list of models shows. */
interface Configured {
  readonly models: ReadonlyMap<string, Model>;
  readonly providers: ReadonlyMap<string, { readonly simulated: boolean }>;
  readonly defaults: { readonly models: readonly string[]; readonly judge?: string | undefined };
}

/** @param error what is wrong with the latest edit of the configuration. */
export function modelsMessage(
  { models, defaults, providers }: Configured,
  states: readonly ModelStatus[],
  error?: UserError | undefined,
): Message {
  const stateOf = new Map(states.map((state) => [state.model, state]));
  const rows = [...models.values()].map((model) => ({
    cells: [
      model.label === model.id ? model.id : `${model.id} (${model.label})`,
      providers.get(model.provider)?.simulated ? 'simulation' : model.provider,
      stateOf.get(model.id)?.state ?? 'unchecked',
      model.price ? `${model.price.in} / ${model.price.out}` : 'unknown',
      model.capabilities.join(', ') || 'chat',
    ],
  }));
  const hints = unique(states.flatMap((state) => (state.hint === undefined ? [] : [state.hint])));
  const blocks: Block[] = [
    { kind: 'heading', text: 'Models' },
    ...(error
      ? [
          {
            kind: 'text' as const,
            text: `The latest edit of the configuration is not in force: ${error.message}`,
          },
          { kind: 'text' as const, text: error.hint },
        ]
      : []),
    { kind: 'table', caption: 'Configured models', header: MODEL_TABLE, rows },
    ...hints.map((text) => ({ kind: 'text' as const, text })),
    {
      kind: 'note',
      text: `asked by default: ${defaults.models.join(', ') || 'none'} · judge: ${defaults.judge ?? 'none'}`,
    },
  ];
  return { view: { state: error ? 'failed' : 'info', blocks, actions: [] } };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function listMessage(heading: string, items: readonly ListItem[], empty: string): Message {
  const body: Block = items.length > 0 ? { kind: 'list', items } : { kind: 'text', text: empty };
  return {
    view: { state: 'info', blocks: [{ kind: 'heading', text: heading }, body], actions: [] },
  };
}
