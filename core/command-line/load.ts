import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../domain/user-error.ts';
import { importModule, isModule, moduleName } from '../files/modules.ts';
import type { Command } from './declare.ts';
import { parseLine } from './parse.ts';

const line = z.string().trim().min(1).max(100);
const base = { about: line, required: z.boolean().optional(), positional: z.boolean().optional() };
const range = { min: z.number(), max: z.number() };
const ordered = (option: { min: number; max: number }): boolean => option.min <= option.max;

const option = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), ...base, maxLength: z.int().min(1).optional() }),
  z
    .strictObject({ kind: z.literal('integer'), ...base, min: z.int(), max: z.int() })
    .refine(ordered, 'min is above max'),
  z
    .strictObject({ kind: z.literal('number'), ...base, ...range })
    .refine(ordered, 'min is above max'),
  z.strictObject({ kind: z.literal('flag'), ...base, positional: z.literal(false).optional() }),
  z.strictObject({
    kind: z.literal('choice'),
    ...base,
    choices: z.array(z.string().min(1)).min(1),
  }),
  z.strictObject({
    kind: z.enum(['models', 'personas', 'model', 'probe', 'run', 'command']),
    ...base,
  }),
]);

const declaration = z.object({
  name: z.string().regex(/^[a-z]+$/, 'use lower-case letters only'),
  about: line,
  terminal: z.boolean().optional(),
  options: z
    .record(z.string(), option)
    .refine(plainNames, 'options are called by lower-case letters and hyphens')
    .refine(requiredFirst, 'required options stand before the others')
    .refine(textLast, 'a positional text takes all words, so it is the last positional option')
    .refine(noDoubleMeaning, 'an option called no-… denies a flag of that name'),
  examples: z.array(z.string().min(1)).min(1),
  run: z.function(),
});

/**
 * The commands that a folder's files export, by name, in the order of their names.
 * @throws UserError with the file and the reason for one that is not as it should be.
 */
export async function loadCommands<Context>(
  folder: URL,
): Promise<ReadonlyMap<string, Command<Context>>> {
  const files = (await readdir(folder)).filter(isModule).sort();
  const loaded = await Promise.all(files.map((file) => load<Context>(folder, file)));
  const commands = new Map(loaded.map((command) => [command.name, command]));
  for (const command of loaded) checkExamples(command, commands);
  return commands;
}

async function load<Context>(folder: URL, file: string): Promise<Command<Context>> {
  const path = `commands/${file}`;
  const exported: unknown = await importModule(new URL(file, slashed(folder)));
  const found = z.object({ command: declaration }).safeParse(exported);
  if (!found.success) {
    throw new UserError(
      `${path} is not a command: ${z.prettifyError(found.error)}`,
      'core/app/define-command.ts says what a command file exports.',
      { code: 'configuration' },
    );
  }
  const command = (exported as { command: Command<Context> }).command;
  if (command.name === moduleName(file)) return command;
  throw new UserError(
    `${path} declares a command called ${command.name}.`,
    'Give the file and the command the same name.',
    { code: 'configuration' },
  );
}

function checkExamples(command: Command, commands: ReadonlyMap<string, Command>): void {
  for (const example of command.examples) {
    try {
      const parsed = parseLine(example, commands);
      if (parsed.command !== command) throw new UserError('It calls another command.', '');
    } catch (error) {
      const why = error instanceof UserError ? `${error.message} ${error.hint}` : String(error);
      throw new UserError(
        `commands/${command.name}.ts has an example that does not work: ${example}`,
        why.trim(),
        { code: 'configuration' },
      );
    }
  }
}

type Declared = Readonly<
  Record<string, { kind: string; required?: boolean | undefined; positional?: boolean | undefined }>
>;

function plainNames(options: Declared): boolean {
  return Object.keys(options).every((name) => /^[a-z]+(-[a-z]+)*$/.test(name));
}

function requiredFirst(options: Declared): boolean {
  const required = Object.values(options).map((each) => each.required === true);
  const free = required.indexOf(false);
  return free < 0 || !required.includes(true, free);
}

function textLast(options: Declared): boolean {
  const kinds = Object.values(options)
    .filter((each) => each.positional)
    .map((each) => each.kind);
  return !kinds.slice(0, -1).includes('text');
}

function noDoubleMeaning(options: Declared): boolean {
  return !Object.keys(options).some((name) => name.startsWith('no-'));
}

function slashed(folder: URL): URL {
  return folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`);
}
