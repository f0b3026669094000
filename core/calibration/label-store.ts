import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { type RecordKind, versionedShelf } from '../store/versioned.ts';
import type { LabelSet } from './types.ts';

export interface LabelKey {
  readonly run: string;
  readonly score: string;
  /** A person's id. */
  readonly person: string;
}

/** Keeps people's labels. */
export interface LabelStore {
  get(key: LabelKey): Promise<LabelSet | undefined>;
  save(key: LabelKey, labels: LabelSet): Promise<void>;
}

export function createLabelStore(store: Store): LabelStore {
  const kept = versionedShelf(store.namespace('labels'), LABELS);
  const keyOf = ({ run, score, person }: LabelKey) => `${run}/${score}/${person}`;
  return {
    get: (key) => kept.get(keyOf(key)),
    save: (key, labels) => kept.set(keyOf(key), labels),
  };
}

const place = { trial: z.string(), step: z.string() };

const LABELS: RecordKind<LabelSet> = {
  name: 'set of labels',
  version: 1,
  schema: z.looseObject({
    drawn: z.array(z.looseObject(place)),
    labelled: z.array(
      z.looseObject({ ...place, value: z.union([z.string(), z.number()]), at: z.iso.datetime() }),
    ),
  }),
};
