import { declarationsIn } from '../files/declarations.ts';

/** The file that declares a kind, in the order of their names. Nothing is loaded. */
export function chartFiles(folder: string = import.meta.dirname): ReadonlyMap<string, string> {
  return declarationsIn(folder, 'chart');
}
