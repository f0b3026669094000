import { z } from 'zod';
import { slug } from '../field-types.ts';
import { figureFields, type MeasureWith } from '../fields.ts';

/** A condition on one judgement of a trial; several in one measure must all hold. */
const clause = z.union([
  z.strictObject({ score: slug, is: z.array(z.union([z.string(), z.number()])).min(1) }),
  z.strictObject({ score: slug, below: z.number() }),
  z.strictObject({ score: slug, above: z.number() }),
]);

export const fields = { ...figureFields, when: z.array(clause).min(1) };

export type Clause = Readonly<z.infer<typeof clause>>;
export type ShareMeasure = MeasureWith<'share', typeof fields>;

/** True where a value of the clause's score makes it hold. */
export function satisfies(clause: Clause, value: number | string): boolean {
  if ('is' in clause) return clause.is.some((allowed) => String(allowed) === String(value));
  const number = Number(value);
  return 'below' in clause ? number < clause.below : number > clause.above;
}
