import { z } from 'zod';
import type { Plan } from '../domain/plan.ts';
import type { Probe } from '../domain/probe.ts';
import { UserError } from '../domain/user-error.ts';
import { kindOf } from '../measures/registry.ts';
import { sees } from '../scoring/judge/fields.ts';
import { quoted } from '../text/quoted.ts';

/** One line of a rubric, as a person sees it. */
export interface Mark {
  readonly mark: string;
  readonly means: string;
  /** Its value in a judge's score. */
  readonly value: number | string;
}

/** A judged score, as far as a person has to know it. */
export interface Rubric {
  readonly score: string;
  readonly kind: 'label' | 'scale';
  readonly rubric: string;
  readonly marks: readonly Mark[];
  /** The parts that the judge saw beside the answer. */
  readonly sees: z.infer<typeof sees>;
}

const judged = { rubric: z.string(), sees };
const means = { means: z.string() };
const byLabel = z.object({
  ...judged,
  labels: z.array(z.object({ label: z.string(), ...means, value: z.number().optional() })),
});
const byScale = z.object({ ...judged, anchors: z.array(z.object({ at: z.number(), ...means })) });

/**
 * The score of a run that a person labels too: the one that is named, or else the judged one that the
 * probe's first measures rest on. @throws UserError where there is none.
 */
export function rubricOf({ runId, probe }: Plan, named: string | undefined): Rubric {
  const rubrics = probe.scores.flatMap((score) => rubricFrom(score) ?? []);
  const ids = rubrics.map(({ score }) => score);
  const wanted = named ?? headline(probe).find((id) => ids.includes(id)) ?? ids[0];
  const found = rubrics.find(({ score }) => score === wanted);
  if (found) return found;
  throw new UserError(
    named === undefined
      ? `Nothing in run ${runId} was given a label or a number by a judge.`
      : `Run ${runId} has no judged score called ${quoted(named)}.`,
    ids.length > 0
      ? `Judged are: ${ids.join(', ')}.`
      : 'Calibrate a run of a probe that needs a judge.',
    { code: 'not-found' },
  );
}

function rubricFrom(score: Probe['scores'][number]): Rubric | undefined {
  const labels = score.by === 'judge-label' ? byLabel.safeParse(score).data : undefined;
  const scale = score.by === 'judge-scale' ? byScale.safeParse(score).data : undefined;
  const marks =
    labels?.labels.map(({ label, value, ...rest }) => ({
      mark: label,
      value: value ?? label,
      ...rest,
    })) ?? scale?.anchors.map(({ at, ...rest }) => ({ mark: String(at), value: at, ...rest }));
  const shared = labels ?? scale;
  if (!marks || !shared) return undefined;
  const kind = labels ? 'label' : 'scale';
  return { score: score.id, kind, rubric: shared.rubric, sees: shared.sees, marks };
}

/** The scores that measures rest on, the first measure's first. */
function headline({ measures }: Probe): readonly string[] {
  return measures.flatMap((measure) =>
    kindOf(measure)
      .references(measure)
      .flatMap(({ to, name }) => (to === 'score' ? [name] : [])),
  );
}

/** Reads the score's value from a person's words. @throws UserError that says what there is. */
export function valueFor({ kind, marks }: Rubric, typed: string): number | string {
  const given = typed.trim().toLowerCase();
  if (kind === 'scale') {
    const number = /^\d{1,3}$/.test(given) ? Number(given) : Number.NaN;
    if (number <= 100) return number;
    throw new UserError(
      `${quoted(typed)} is not on the scale.`,
      'Give a whole number from 0 to 100.',
    );
  }
  const found = marks.find(({ mark }) => mark === given);
  if (found) return found.value;
  throw new UserError(
    `${quoted(typed)} is not one of the labels.`,
    `They are: ${marks.map(({ mark }) => mark).join(', ')}.`,
  );
}
