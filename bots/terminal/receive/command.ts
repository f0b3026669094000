/** How a command is begun in a terminal. */
export const COMMAND = 'npm run probe --';
