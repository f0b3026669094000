/** The words that begin a command in a terminal. */
export const COMMAND = 'npm run probe --';
