import type { Command, Option } from '../../../core/command-line/declare.ts';
import { LIMITS } from '../limits.ts';

/** The name under which the bot's command is registered. */
export const COMMAND = 'probe';

/** A command line as somebody would type it. */
export function asCommand(line: string): string {
  return `/${COMMAND} ${line}`;
}

/** Characters that are not allowed in a name of Discord's. */
const FOREIGN = /[^\p{L}\p{N}_'-]+/gu;

/** A name of ours in the form that Discord takes: in lower case, 1 to 32 letters, digits and dashes. */
function slug(name: string): string {
  const words = name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '-').toLowerCase();
  const plain = words.replace(FOREIGN, '-').replace(/^-+|-+$/g, '');
  return [...plain].slice(0, LIMITS.commandName.max - 4).join('') || 'x';
}

/** Discord's name of each of ours, no two the same. The same names in the same order give the same. */
export function discordNames(names: Iterable<string>): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const base = slug(name);
    let free = base;
    for (let number = 2; taken.has(free); number++) free = `${base}-${number}`;
    taken.add(free);
    given.set(name, free);
  }
  return given;
}

/** The command whose name on Discord this is. */
export function commandNamed(
  name: string,
  commands: ReadonlyMap<string, Command>,
): Command | undefined {
  const found = [...discordNames(commands.keys())].find(([, discord]) => discord === name);
  return found && commands.get(found[0]);
}

/** The option of a command whose name on Discord this is. */
export function optionNamed(
  name: string,
  { options }: Command,
): { readonly name: string; readonly option: Option } | undefined {
  const [ours] =
    [...discordNames(Object.keys(options))].find(([, discord]) => discord === name) ?? [];
  const option = ours === undefined ? undefined : options[ours];
  return ours !== undefined && option ? { name: ours, option } : undefined;
}
