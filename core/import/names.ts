import { declarationsIn } from '../files/declarations.ts';

/** The files that declare a format, by the format's name. Nothing is loaded. */
export function formatFiles(folder: string = import.meta.dirname): ReadonlyMap<string, string> {
  return declarationsIn(folder, 'format');
}

/** In the order of the alphabet, as a person chooses from them. */
export const FORMAT_NAMES: readonly string[] = [...formatFiles().keys()];
