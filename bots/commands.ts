import { pathToFileURL } from 'node:url';
import type { CommandContext } from '../core/app/app.ts';
import { type CommandFiles, scanCommands } from '../core/command-line/load.ts';
import { subfolders } from '../core/files/subfolders.ts';
import { FOLDERS } from './folders.ts';

/** The commands that ship, and those of a team's own folders. @throws UserError */
export async function findCommands(
  env: Readonly<Record<string, string | undefined>>,
): Promise<CommandFiles<CommandContext>> {
  const { teamFolders } = await import('../core/config/team-folders.ts');
  const own = subfolders(await teamFolders(env), 'commands');
  return scanCommands<CommandContext>([
    FOLDERS.commands,
    ...own.map((folder) => pathToFileURL(`${folder}/`)),
  ]);
}
