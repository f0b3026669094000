import type { MessageRef } from '../../platform.ts';

/** The id of a message of the channel. */
export function readRef(ref: MessageRef): string {
  return ref.message ?? '';
}

export function writeRef(id: string): MessageRef {
  return { message: id };
}
