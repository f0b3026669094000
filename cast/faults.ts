import { z } from 'zod';
import { DialectError, invalid } from './dialect/error.ts';

const STATUSES = [400, 401, 403, 404, 408, 409, 422, 500, 502, 503, 504] as const;
const times = z.coerce.number().int().min(1).optional();
const id = z.string().optional();

/**
 * Faults are asked for by the model's name, so that any client can: `larch?fault=rate-limit&times=2`.
 * `times`: only the first so many requests of that very name fail; `id` makes a name one's own.
 */
const faultSchema = z.discriminatedUnion('fault', [
  z.strictObject({
    fault: z.literal('rate-limit'),
    /** Seconds in Retry-After; `form=date` writes it as an HTTP date. */
    after: z.coerce.number().min(0).max(3600).default(1),
    form: z.enum(['seconds', 'date']).default('seconds'),
    times,
    id,
  }),
  z.strictObject({
    fault: z.literal('error'),
    status: z.coerce.number().pipe(z.literal(STATUSES)).default(500),
    times,
    id,
  }),
  z.strictObject({
    fault: z.literal('malformed'),
    times,
    id,
  }),
  z.strictObject({
    fault: z.literal('cut'),
    /** The connection is closed after so many tokens of a stream, or in the middle of a body. */
    tokens: z.coerce.number().int().min(0).default(3),
    times,
    id,
  }),
  z.strictObject({
    fault: z.literal('slow'),
    /** Milliseconds before the first token. */
    ms: z.coerce.number().int().min(0).max(600_000).default(5000),
    times,
    id,
  }),
]);
export type Fault = z.infer<typeof faultSchema>;

export interface Named {
  /** The model's name without what follows the question mark. */
  readonly model: string;
  readonly fault?: Fault | undefined;
}

/** Reads a model's name. @throws DialectError where the fault asked for is none. */
export function readName(name: string): Named {
  const at = name.indexOf('?');
  if (at < 0) return { model: name };
  const wanted = faultSchema.safeParse(Object.fromEntries(new URLSearchParams(name.slice(at + 1))));
  if (!wanted.success) throw invalid(wanted.error);
  return { model: name.slice(0, at), fault: wanted.data };
}

/** Counts how often each name was asked for, so that `times` can run out. */
export interface FaultBook {
  /** The fault that this request is to meet. @throws DialectError for a malformed name. */
  meet(name: string): Named;
}

export function faultBook(): FaultBook {
  const met = new Map<string, number>();
  return {
    meet: (name) => {
      const { model, fault } = readName(name);
      if (fault === undefined) return { model };
      const before = met.get(name) ?? 0;
      met.set(name, before + 1);
      return before < (fault.times ?? Number.POSITIVE_INFINITY) ? { model, fault } : { model };
    },
  };
}

/** Throws what the client is to see, for the faults that are answers; the others are acted out. */
export function refuse(fault: Fault | undefined, now: Date): void {
  if (fault?.fault === 'rate-limit') {
    const later = new Date(Math.ceil((now.getTime() + fault.after * 1000) / 1000) * 1000);
    const after = fault.form === 'date' ? later.toUTCString() : String(fault.after);
    throw new DialectError(429, 'Rate limit reached, because it was asked for.', {
      code: 'rate_limit_exceeded',
      headers: { 'retry-after': after },
    });
  }
  if (fault?.fault === 'error') {
    throw new DialectError(fault.status, 'The server had an error, because it was asked for.', {
      code: 'asked_for',
    });
  }
}
