import { PROGRAM } from '../../program.ts';

/** The words that begin a command in a terminal. */
export const COMMAND = PROGRAM;
