import { UserError } from '../domain/user-error.ts';
import { digits } from '../text/plural.ts';
import { BOUNDS } from './limits.ts';

/** A file that is larger than is read. */
export function tooLarge(file: string, what: string, has: number, most: number): UserError {
  const [given, allowed] = [has, most].map(digits);
  return new UserError(
    `${file} has ${given} ${what}; ${allowed} are read at most.`,
    'Give a part of it.',
  );
}

/** A file whose parts stand in each other deeper than is read. */
export function tooDeep(file: string): UserError {
  return new UserError(
    `${file} is nested more than ${BOUNDS.depth} levels deep, or in a circle.`,
    'Give a file as its own project writes it.',
  );
}
