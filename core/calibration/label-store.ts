import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { type RecordKind, versionedShelf } from '../store/versioned.ts';
import type { Book } from './types.ts';

export interface BookOf {
  readonly run: string;
  readonly score: string;
  /** A person's id. */
  readonly person: string;
}

/** Keeps people's labels. */
export interface LabelStore {
  get(of: BookOf): Promise<Book | undefined>;
  save(of: BookOf, book: Book): Promise<void>;
}

export function createLabelStore(store: Store): LabelStore {
  const shelf = versionedShelf(store.namespace('labels'), LABELS);
  const key = ({ run, score, person }: BookOf) => `${run}/${score}/${person}`;
  return {
    get: (of) => shelf.get(key(of)),
    save: (of, book) => shelf.set(key(of), book),
  };
}

const place = { trial: z.string(), step: z.string() };

const LABELS: RecordKind<Book> = {
  name: 'set of labels',
  version: 1,
  schema: z.looseObject({
    drawn: z.array(z.looseObject(place)),
    labelled: z.array(
      z.looseObject({ ...place, value: z.union([z.string(), z.number()]), at: z.iso.datetime() }),
    ),
  }),
};
