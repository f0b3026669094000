import { z } from 'zod';
import { probeSchema } from '../probes/schema.ts';
import { runSchemas, withPhase } from './run-schemas.ts';

/** A name that stands in a stored key. */
const name = z.string().regex(/^[\w./:-]{1,200}$/, 'use letters, digits, hyphens and dots');

const parts = runSchemas(name, probeSchema);
export const { plannedTrial, finishedTrial, judgement } = parts;

/** Questions are no probes, and are not read back. */
const settings = parts.settings.extend({
  kind: z.literal('probe', {
    error: 'only runs of probes can be read back, and this is a question',
  }),
});

/** The first line of a file of JSON lines. */
export const runLine = withPhase({ usd: parts.usd, plan: settings });

/** The one object that `--json` prints. */
export const runObject = withPhase({
  usd: parts.usd,
  plan: settings.extend({ trials: z.array(plannedTrial).min(1) }),
  trials: z.array(finishedTrial),
  judgements: z.array(judgement),
});
