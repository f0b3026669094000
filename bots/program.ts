import { IS_SOURCE } from '../core/files/package-files.ts';

/** How the terminal's commands are begun: in the repository, by `npx`, or where the package is installed for good. */
export function programName(
  isSource: boolean,
  env: Readonly<Record<string, string | undefined>>,
): string {
  if (isSource) return 'npm run probe --';
  return env.npm_command === 'exec' ? 'npx dramatis' : 'dramatis';
}

export const PROGRAM = programName(IS_SOURCE, process.env);
