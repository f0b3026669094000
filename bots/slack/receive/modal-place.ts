import { z } from 'zod';

const place = z.object({ channel: z.string(), thread: z.string().optional() });

/** The place in which a modal was opened: its submission does not say, so the modal carries it. */
export type ModalPlace = z.infer<typeof place>;

/** For a modal's private_metadata. */
export function writePlace(from: ModalPlace): string {
  return JSON.stringify(from);
}

/** The channel that a modal was opened in; empty where it does not say. */
export function channelOf(metadata: string | undefined): string {
  try {
    return readPlace(metadata ?? '').channel;
  } catch {
    return '';
  }
}

export function readPlace(metadata: string): ModalPlace {
  return place.parse(JSON.parse(metadata));
}
