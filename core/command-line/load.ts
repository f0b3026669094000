import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../domain/user-error.ts';
import { importModule, isModule, moduleName } from '../files/modules.ts';
import { scanFolders } from '../files/scan-folders.ts';
import { declarationError } from './check-declaration.ts';
import type { Command } from './declare.ts';
import { parseLine } from './parse.ts';

/** The commands of some folders: known by the names of their files, and imported when they are asked for. */
export interface CommandFiles<Context> {
  /** In alphabetical order. */
  readonly names: readonly string[];
  /** Those of these names, or all. @throws UserError with the file and the reason where one is wrong. */
  load(names?: readonly string[]): Promise<ReadonlyMap<string, Command<Context>>>;
}

/** Finds the commands of folders, and imports none. @throws UserError where two have one name. */
export async function scanCommands<Context>(
  folders: readonly URL[],
): Promise<CommandFiles<Context>> {
  const files = await scanFolders(folders, (file) =>
    isModule(file) ? moduleName(file) : undefined,
  );
  const all = [...files.keys()];
  return {
    names: all,
    load: async (names = all) => {
      const found = [...files].filter(([name]) => names.includes(name));
      const commands = await Promise.all(
        found.map(([name, path]) => importCommand<Context>(name, path)),
      );
      return new Map(commands.map((command) => [command.name, command]));
    },
  };
}

/** Every command of one folder. @throws UserError as `scanCommands` does. */
export async function loadCommands<Context>(
  folder: URL,
): Promise<ReadonlyMap<string, Command<Context>>> {
  return (await scanCommands<Context>([folder])).load();
}

async function importCommand<Context>(name: string, file: string): Promise<Command<Context>> {
  const exported = await importModule(pathToFileURL(file));
  const path = `commands/${basename(file)}`;
  const declared = (exported as { readonly command?: unknown }).command;
  const reason = declarationError(declared);
  if (reason !== undefined) {
    throw new UserError(
      `${path} is not a command: ${reason}.`,
      'core/app/define-command.ts says what a command file exports.',
      { code: 'configuration' },
    );
  }
  const command = declared as Command<Context>;
  if (command.name !== name) {
    throw new UserError(
      `${path} declares a command called ${command.name}.`,
      'Give the file and the command the same name.',
      { code: 'configuration' },
    );
  }
  checkExamples(command, path);
  return command;
}

function checkExamples(command: Command, path: string): void {
  for (const example of command.examples) {
    try {
      parseLine(example, new Map([[command.name, command]]));
    } catch (error) {
      const why = error instanceof UserError ? `${error.message} ${error.hint}` : String(error);
      throw new UserError(`${path} has an example that does not work: ${example}`, why.trim(), {
        code: 'configuration',
      });
    }
  }
}
