import type { Presented } from '../domain/judgement.ts';
import type { Condition, Item, Probe, Step } from '../domain/probe.ts';
import type { Subject } from '../domain/subject.ts';
import type { AskedStep, PlannedStep } from '../domain/trial.ts';
import type { Scorer } from '../scoring/scorer.ts';
import type { Random } from '../statistics/random.ts';
import { looksAt, optionsOf } from './scores.ts';
import { filled, valuesFor } from './values.ts';

export interface ExpandedTrial {
  readonly system?: string | undefined;
  readonly steps: readonly PlannedStep[];
  readonly presented: Readonly<Record<string, Presented>>;
}

/**
 * All that one subject is sent under one condition for one item: the persona's frame and the
 * condition's joined, the condition's shots, the item's script, the probe's closing steps, and what
 * the scorers lay out. Pure: the same source of chance gives the same trial.
 */
export function expandTrial(
  probe: Pick<Probe, 'pools' | 'closing' | 'scores'>,
  condition: Condition,
  item: Item,
  subject: Pick<Subject, 'system'>,
  scorers: ReadonlyMap<string, Scorer>,
  random: Random,
): ExpandedTrial {
  const values = valuesFor(item.values, condition.values);
  const fill = (text: string) => filled(text, values);
  const frames = [subject.system, condition.system].filter((frame) => frame !== undefined);
  const presented: Record<string, Presented> = {};
  for (const score of probe.scores) {
    const scorer = scorers.get(score.by);
    if (scorer?.present) {
      const laidOut = scorer.present(scorer.options.parse(optionsOf(score)), item, random);
      presented[score.id] = {
        ...laidOut,
        text: fill(laidOut.text),
        ...(laidOut.shown ? { shown: laidOut.shown.map(fill) } : {}),
      };
    }
  }
  const withOptions = (step: AskedStep): AskedStep => {
    const scores = probe.scores.filter((score) => looksAt(score, step.id));
    const texts = scores.flatMap((score) => presented[score.id]?.text ?? []);
    const alternatives = scores.map((score) => scorers.get(score.by)?.readsLogprobs ?? 0);
    const topLogprobs = Math.max(0, ...alternatives);
    return {
      ...step,
      user: [fill(step.user), ...texts].join(step.kind === 'complete' ? '' : '\n\n'),
      ...(step.begin === undefined ? {} : { begin: fill(step.begin) }),
      ...(topLogprobs > 0 ? { topLogprobs } : {}),
    };
  };
  const planned = (step: PlannedStep): PlannedStep =>
    step.kind === 'given'
      ? { ...step, user: fill(step.user), assistant: fill(step.assistant) }
      : withOptions(step);
  return {
    system: frames.length > 0 ? fill(frames.join('\n\n')) : undefined,
    steps: [...shotsOf(probe, condition), ...stepsOf(probe, item)].map(planned),
    presented,
  };
}

/**
 * The item's script and the closing steps, each with its id. A step that names none is called by its
 * kind and its place among those of its kind: `ask-1`, `aside-2`.
 */
export function stepsOf(probe: Pick<Probe, 'closing'>, item: Item): readonly PlannedStep[] {
  const script: readonly Step[] = item.script ?? [{ ask: item.ask ?? '', id: 'answer' }];
  const seen = { ask: 0, aside: 0, complete: 0 };
  return [...script, ...probe.closing].map((step): PlannedStep => {
    if ('given' in step) return { kind: 'given', ...step.given };
    const kind = 'ask' in step ? 'ask' : 'aside' in step ? 'aside' : 'complete';
    seen[kind] += 1;
    const id = step.id ?? `${kind}-${seen[kind]}`;
    if ('complete' in step) {
      const { complete: user, tokens } = step;
      return { kind, id, user, ...(tokens === undefined ? {} : { maxTokens: tokens }) };
    }
    const user = 'ask' in step ? step.ask : step.aside;
    return { kind, id, user, ...(step.begin === undefined ? {} : { begin: step.begin }) };
  });
}

function shotsOf(probe: Pick<Probe, 'pools'>, { shots }: Condition): readonly PlannedStep[] {
  if (!shots) return [];
  const pool = probe.pools[shots.from] ?? [];
  return pool.slice(0, shots.count).map((exchange) => ({ kind: 'given', ...exchange }));
}
