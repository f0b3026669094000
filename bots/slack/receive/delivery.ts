import { z } from 'zod';
import type { MessageRef } from '../../platform.ts';

/** A delivery of Slack's, reduced to what the dispatcher needs. The id is the same for a repeated delivery. */
export interface Delivery {
  readonly id: string;
  readonly user: string;
  /** Absent where Slack names only the id. */
  readonly name?: string | undefined;
  readonly channel: string;
  readonly thread?: MessageRef | undefined;
}

export const person = z.object({
  id: z.string(),
  name: z.string().optional(),
  username: z.string().optional(),
});

export function namesOf({ id, name, username }: z.infer<typeof person>) {
  return { user: id, name: name ?? username };
}

export function threadRef(channel: string, ts: string | undefined): MessageRef | undefined {
  return ts ? { channel, ts } : undefined;
}
