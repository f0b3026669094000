import { checkNames } from '../../../core/command-line/check.ts';
import { helpReply } from '../../../core/command-line/help-reply.ts';
import type { CommandFiles } from '../../../core/command-line/load.ts';
import { parseArgv } from '../../../core/command-line/parse.ts';
import { scanFolders, yamlName } from '../../../core/files/scan-folders.ts';
import { FOLDERS } from '../../folders.ts';

/** The answer to `help` in a terminal. It opens no app, so that it is there whatever is wrong with the rest. @throws UserError */
export async function terminalHelpReply(argv: readonly string[], files: CommandFiles<unknown>) {
  const commands = await files.load();
  const parsed = parseArgv(argv, commands);
  const nothing = { names: async () => [] };
  const { command } = await checkNames(parsed.values, parsed.command, {
    commands,
    configWith: async () => ({ models: new Map() }),
    probes: nothing,
    personas: nothing,
  });
  const [probes, personas] = await Promise.all([
    names([FOLDERS.probes]),
    names([FOLDERS.personas]),
  ]);
  return helpReply(commands, command === undefined ? undefined : String(command), {
    probes,
    personas,
  });
}

async function names(folders: readonly URL[]): Promise<readonly string[]> {
  return [...(await scanFolders(folders, yamlName)).keys()];
}
