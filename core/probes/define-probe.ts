import { z } from 'zod';
import type { Probe } from '../domain/probe.ts';
import { UserError } from '../domain/user-error.ts';
import { type ProbeInput, probeSchema } from './schema.ts';

/** A probe written in code instead of YAML, checked as a file's fields are. @throws UserError */
export function defineProbe(probe: ProbeInput): Probe {
  const read = probeSchema.safeParse(probe);
  if (read.success) return read.data;
  throw new UserError(
    `The probe “${probe.name}” is not as it should be: ${z.prettifyError(read.error)}`,
    'docs/writing-probes.md says what a probe holds.',
  );
}
