import { z } from 'zod';
import { smallestP } from '../statistics/sign-flip.ts';
import type { Computed, Data } from './data.ts';
import { slug, text } from './field-types.ts';
import type { MeasureWith } from './fields.ts';
import type { FigureKind } from './figure-kind.ts';
import { computeFigure } from './figured.ts';
import { meanEstimate, meansAgainst, pairedMeans, unpairedMeans } from './means.ts';
import type { MeasureKind, Words } from './measure-kind.ts';
import { estimatePictures } from './pictures/options.ts';
import { estimateWords } from './words.ts';

/** A figure; the parts that are left out are those of a mean of numbers. */
type FigureDeclaration<M extends MeasureWith<string, z.ZodRawShape>> = Partial<FigureKind<M>> &
  Pick<FigureKind<M>, 'scores' | 'values' | 'form'>;

type Optional =
  | 'about'
  | 'tested'
  | 'fault'
  | 'drawsContrasts'
  | 'counts'
  | 'isDistance'
  | 'pictures'
  | 'table';

type Declaration<
  Kind extends string,
  Fields extends z.ZodRawShape,
  M extends MeasureWith<Kind, Fields> = MeasureWith<Kind, Fields>,
> = Pick<MeasureKind<M>, 'references'> &
  Partial<Pick<MeasureKind<M>, Optional>> & {
    /** The name of the kind's folder. */
    readonly kind: Kind;
    /** The fields that a probe writes beside `kind`, `id` and `label`. */
    readonly fields: Fields;
    readonly words?: Partial<Words>;
  } & (
    | { compute(data: Data, measure: M): Computed; readonly figure?: undefined }
    /** Of a kind that gives each trial a number of its own; its fields hold `figureFields`. */
    | { readonly figure: FigureDeclaration<M>; readonly compute?: undefined }
  );

/**
 * A kind of measure with the types of its fields checked; a folder's `measure.ts` exports it as `measure`.
 * The parts that are left out are those of a kind whose rows have an estimate each.
 */
export function defineMeasure<Kind extends string, Fields extends z.ZodRawShape>(
  declared: Declaration<Kind, Fields>,
): MeasureKind<MeasureWith<Kind, Fields>> {
  const { kind, fields, words, figure, compute, ...own } = declared;
  const base = {
    fault: () => undefined,
    drawsContrasts: () => true,
    counts: () => undefined,
    isDistance: false,
    pictures: estimatePictures,
    ...own,
    kind,
    schema: z.strictObject({ kind: z.literal(kind), id: slug, label: text, ...fields }),
    words: { ...estimateWords, ...words },
  };
  if (!figure) return { ...base, compute };
  return {
    ...base,
    figure: withDefaults(figure),
    compute: (data, measure) =>
      computeFigure(data, data.figure(measure.id), base.drawsContrasts(measure)),
  };
}

function withDefaults<M extends MeasureWith<string, z.ZodRawShape>>(
  declared: FigureDeclaration<M>,
): FigureKind<M> {
  const scaleOf = (measure: M) => declared.form(measure).scale;
  return {
    method: 't',
    estimate: (units, measure) => meanEstimate(units, scaleOf(measure)),
    paired: (a, b, measure, seed) => pairedMeans(a, b, scaleOf(measure), seed),
    unpaired: (a, b, measure, seed) => unpairedMeans(a, b, scaleOf(measure), seed),
    againstChance: (units, chance, measure, seed) =>
      meansAgainst(units, chance, scaleOf(measure), seed),
    floorAgainst: smallestP,
    notes: () => [],
    ...declared,
  };
}
