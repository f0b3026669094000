import { z } from 'zod';

/** A name within a probe, as it stands in command lines and in stored keys. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens');
export const text = z.string().trim().min(1, 'write something here');
