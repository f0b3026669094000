import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { z } from 'zod';
import { seedFrom } from '../../core/statistics/random.ts';
import { DialectError, invalid } from '../dialect/error.ts';
import { type Fault, type FaultBook, refuse } from '../faults.ts';
import { type CastModel, MODELS } from '../models.ts';
import type { Pace } from '../pace.ts';

export type CastContext = Context<{ Bindings: HttpBindings }>;

/** State that the endpoints of one running cast share. */
export interface Setting {
  readonly pace: Pace;
  readonly faults: FaultBook;
  /** A new one at each call, for requests that bring none. */
  readonly freshSeed: () => number;
  readonly now: () => Date;
}

/** @throws DialectError where the body is not JSON or not as the schema says. */
export async function readBody<T>(context: CastContext, schema: z.ZodType<T>): Promise<T> {
  const text = await context.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new DialectError(400, 'The body of the request is not valid JSON.');
  }
  const read = schema.safeParse(body);
  if (!read.success) throw invalid(read.error);
  return read.data;
}

/** The model by its name, and the fault its name asks for. @throws DialectError */
export function modelNamed(
  setting: Setting,
  name: string,
): { readonly model: CastModel; readonly fault: Fault | undefined } {
  const { model: bare, fault } = setting.faults.meet(name);
  const model = MODELS.get(bare);
  if (model === undefined) {
    const known = [...MODELS.keys()].join(', ');
    throw new DialectError(404, `The model '${bare}' does not exist; there are ${known}.`, {
      code: 'model_not_found',
      param: 'model',
    });
  }
  refuse(fault, setting.now());
  return { model, fault };
}

/** The same request with the same seed has the same seed here; one without has a new one. */
export function seedsFor(
  setting: Setting,
  given: number | undefined,
  model: CastModel,
  said: unknown,
): (index: number) => number {
  const base =
    given === undefined
      ? setting.freshSeed()
      : seedFrom('cast', given, model.name, JSON.stringify(said));
  return (index) => (index === 0 ? base : seedFrom(base, index));
}
