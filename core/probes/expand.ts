import type { Random } from '../random.ts';
import type { PlannedStep, Subject } from '../run/types.ts';
import type { Presented, Scorer } from '../scoring/scorer.ts';
import { type Condition, type Item, looksAt, type Probe, type Step } from './schema.ts';

export interface ExpandedTrial {
  readonly system?: string | undefined;
  readonly steps: readonly PlannedStep[];
  readonly presented: Readonly<Record<string, Presented>>;
}

/** A step whose answer comes from the model. */
type AskedStep = Extract<PlannedStep, { id: string }>;

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
  const frames = [subject.system, condition.system].filter((frame) => frame !== undefined);
  const presented: Record<string, Presented> = {};
  for (const { id, by, of: _, ...options } of probe.scores) {
    const scorer = scorers.get(by);
    if (scorer?.present) {
      presented[id] = scorer.present(scorer.options.parse(options), item, random);
    }
  }
  const withOptions = (step: AskedStep): AskedStep => {
    const texts = probe.scores
      .filter((score) => looksAt(score, step.id))
      .flatMap((score) => presented[score.id]?.text ?? []);
    return { ...step, user: [step.user, ...texts].join('\n\n') };
  };
  return {
    system: frames.length > 0 ? frames.join('\n\n') : undefined,
    steps: [
      ...shotsOf(probe, condition),
      ...stepsOf(probe, item).map((step) => (step.kind === 'given' ? step : withOptions(step))),
    ],
    presented,
  };
}

/**
 * The item's script and the closing steps, each with its id. A step that names none is called by its
 * kind and its place among those of its kind: `ask-1`, `aside-2`.
 */
export function stepsOf(probe: Pick<Probe, 'closing'>, item: Item): readonly PlannedStep[] {
  const script: readonly Step[] = item.script ?? [{ ask: item.ask ?? '', id: 'answer' }];
  const seen = { ask: 0, aside: 0 };
  return [...script, ...probe.closing].map((step): PlannedStep => {
    if ('given' in step) return { kind: 'given', ...step.given };
    const kind = 'ask' in step ? 'ask' : 'aside';
    seen[kind] += 1;
    const user = 'ask' in step ? step.ask : step.aside;
    return { kind, id: step.id ?? `${kind}-${seen[kind]}`, user };
  });
}

function shotsOf(probe: Pick<Probe, 'pools'>, { shots }: Condition): readonly PlannedStep[] {
  if (!shots) return [];
  const pool = probe.pools[shots.from] ?? [];
  return pool.slice(0, shots.count).map((exchange) => ({ kind: 'given', ...exchange }));
}
