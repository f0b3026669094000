import { z } from 'zod';
import { CHARACTERS } from './characters.ts';
import { castFile, loadYaml } from './load.ts';

const rate = z.number().min(0).max(1);

const modelSchema = z.strictObject({
  about: z.string().min(1),
  /** Relative weights; `others` is that of each character which is not named. */
  prior: z.record(z.string(), z.number().positive()),
  others: z.number().positive(),
  /** How much of the context's evidence counts, in nats a nat. */
  strength: z.number().min(0).max(1),
  /** How often, as a judge, it gives something else than the right label or score. */
  judgeErrors: rate,
  /** The spread of its scores as a judge where it does not err, in points of 100. */
  judgeNoise: z.number().min(0).max(20),
  /** How often it slips into a stray page instead of an answer. */
  strays: rate,
  /** How it goes on with an open user turn that leaves a coin in the air; all in probabilities. */
  coin: z.strictObject({
    /** P(the side of the task that the Assistant likes), over both sides and many wordings. */
    liked: rate,
    /** The same, where the speaker of the transcript is said to have the opposite tastes. */
    contrary: rate,
    /** Added to heads, whatever is on it. */
    heads: z.number().min(0).max(0.1),
    /** The most that the wording of the text adds or takes. */
    wobble: z.number().min(0).max(0.1),
  }),
});

/** A simulated model: a mixture of characters. `prior` sums to 1. */
export type CastModel = z.infer<typeof modelSchema> & { readonly name: string };

function normalised(model: z.infer<typeof modelSchema>): Record<string, number> {
  const weights = [...CHARACTERS.keys()].map((name): [string, number] => [
    name,
    model.prior[name] ?? model.others,
  ]);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return Object.fromEntries(weights.map(([name, weight]) => [name, weight / total]));
}

const file = castFile('tables/models.yaml');

/** The cast's models by name. */
export const MODELS: ReadonlyMap<string, CastModel> = new Map(
  Object.entries(loadYaml(file, z.record(z.string(), modelSchema))).map(([name, model]) => [
    name,
    { ...model, name, prior: normalised(model) },
  ]),
);
