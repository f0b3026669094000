import { PROGRAM } from '../../program.ts';

/** The words that begin a command in a terminal. */
export const COMMAND = PROGRAM;

/** The commands by which a run that waits for somebody to agree to its price is started or given up. */
export const AGREEING = ['resume', 'cancel'] as const;

/** Words of the package's program that are no commands. */
export const WORDS = {
  start: 'Serve every platform that has its tokens, and the local channel',
  completion: 'Print a script by which bash, zsh or fish completes commands',
} as const;
