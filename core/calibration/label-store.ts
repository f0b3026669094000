import type { Store } from '../store/store.ts';
import type { Book } from './types.ts';

export interface BookOf {
  readonly run: string;
  readonly score: string;
  /** A person's id. */
  readonly person: string;
}

/** Where people's labels are kept. */
export interface LabelStore {
  get(of: BookOf): Promise<Book | undefined>;
  save(of: BookOf, book: Book): Promise<void>;
}

export function createLabelStore(store: Store): LabelStore {
  const shelf = store.namespace('labels');
  const key = ({ run, score, person }: BookOf) => `${run}/${score}/${person}`;
  return {
    get: (of) => shelf.get<Book>(key(of)),
    save: (of, book) => shelf.set(key(of), book),
  };
}
