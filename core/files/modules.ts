import { UserError } from '../domain/user-error.ts';

const MODULE = /(?<!\.d)\.m?[jt]s$/;

/** True of a module that Node runs; types alone (`.d.ts`) are none. */
export function isModule(file: string): boolean {
  return MODULE.test(file);
}

/** A module's name: that of its file, without the ending. */
export function moduleName(file: string): string {
  return file.replace(MODULE, '');
}

/** Imports a module by its address. @throws UserError where it is TypeScript and this Node runs none. */
export async function importModule(file: URL): Promise<unknown> {
  try {
    return await import(file.href);
  } catch (error) {
    if (!isUnknownEnding(error)) throw error;
    throw new UserError(
      `${file.pathname} is TypeScript, which Node ${process.versions.node} does not run as it is.`,
      'Start with Node 22.18 or newer, or write the file in JavaScript.',
      { cause: error },
    );
  }
}

function isUnknownEnding(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_UNKNOWN_FILE_EXTENSION';
}
