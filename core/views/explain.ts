import type { Plan } from '../domain/plan.ts';
import type { Probe } from '../domain/probe.ts';
import { unique } from '../domain/unique.ts';
import type { UserError } from '../domain/user-error.ts';
import { cellsOf } from '../probes/cells.ts';
import { predictorOf } from '../probes/predictor.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { listAnd, plural } from '../text/plural.ts';
import { estimateText } from './estimate-text.ts';
import { probeTitle } from './probe-title.ts';
import type { Action, Block, Message } from './view.ts';

export interface Explained {
  readonly probe: Probe;
  readonly scorers: ReadonlyMap<string, Scorer>;
  /** The plan of a run with nothing chosen, or why there can be none. */
  readonly plan: Plan | UserError;
}

/** A probe in short: what it asks, why, what is predicted, what would speak against it, and what it costs by default. */
export function explainMessage({ probe, scorers, plan }: Explained): Message {
  const lines = [
    probe.about,
    `${capital(predictorOf(probe))} predicts: ${probe.psm.predicts}`,
    `Against it would speak: ${probe.psm.against}`,
    scoredText(probe, scorers),
    ...(probe.reference === undefined ? [] : [`Found elsewhere: ${probe.reference}`]),
    ...controlsText(probe),
    ...(probe.caution === undefined ? [] : [probe.caution]),
    ...(probe.analogue ? [ANALOGUE] : []),
    requiresText(probe),
  ];
  return {
    view: {
      state: 'info',
      blocks: [
        { kind: 'heading', text: probeTitle(probe) },
        ...lines.map((text): Block => ({ kind: 'text', text })),
        { kind: 'text', text: `${sizeText(probe)}. ${costText(plan)}` },
        { kind: 'note', text: `from: ${probe.source.map(({ label }) => label).join('; ')}` },
      ],
      actions: actionsFor(probe, plan),
    },
  };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const ANALOGUE = 'An in-context analogue: the context stands in for training, and is not training.';

function scoredText({ scores, measures }: Probe, scorers: ReadonlyMap<string, Scorer>): string {
  const ways = unique(scores.map(({ by }) => scorers.get(by)?.about ?? by));
  return `Scored by ${ways.join('; by ')}. The figures: ${measures.map(({ label }) => label).join('; ')}.`;
}

function controlsText({ controls }: Probe): readonly string[] {
  const failing = unique(controls.map(({ otherwise }) => otherwise));
  return failing.length === 0
    ? []
    : [`Controls: nothing of a subject is compared where ${failing.join(', or where ')}.`];
}

function requiresText({ requires, variant }: Probe): string {
  const needs = requires.filter((one) => one !== 'multi-turn');
  if (needs.length === 0) return 'Any model that chats can answer it.';
  const other =
    variant === undefined ? '' : ` On others there is ${variant}, which asks something else.`;
  return `Only for models that offer ${listAnd(needs)}.${other}`;
}

function sizeText(probe: Probe): string {
  const trials = cellsOf(probe).length * probe.samples;
  return [
    plural(probe.items.length, 'item'),
    plural(probe.conditions.length, 'condition'),
    `${plural(probe.samples, 'sample')}: ${plural(trials, 'trial')} a subject`,
  ].join(' × ');
}

function costText(plan: Plan | UserError): string {
  if (plan instanceof Error) return `By default it does not start: ${plan.message} ${plan.hint}`;
  const who = plan.subjects.map(({ subjectId }) => subjectId);
  const play = plan.simulated ? ' (play money: these models are simulated)' : '';
  return `By default it asks ${listAnd(who)}: ${estimateText(plan)}${play}.`;
}

function actionsFor({ name, samples }: Probe, plan: Plan | UserError): readonly Action[] {
  if (plan instanceof Error) return [];
  return [
    { label: 'Run it', line: `run ${name}`, style: 'primary' },
    ...(samples > 1
      ? [{ label: 'Run one sample', line: `run ${name} --samples 1`, style: 'plain' as const }]
      : []),
  ];
}
