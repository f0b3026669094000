import { defineCommand } from '../core/app/define-command.ts';
import { UserError } from '../core/domain/user-error.ts';
import { FORMAT_NAMES } from '../core/import/names.ts';
import { importedMessage } from '../core/views/imported.ts';

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const command = defineCommand({
  name: 'import',
  about: 'Read another project’s file as a probe or a persona, and keep it',
  terminal: true,
  options: {
    file: { kind: 'text', about: 'The path of the file', required: true, positional: true },
    as: {
      kind: 'choice',
      about: 'Its format, where it is not told by itself',
      choices: FORMAT_NAMES,
    },
    name: { kind: 'text', about: 'What to call it; otherwise as the file', maxLength: 60 },
    replace: { kind: 'flag', about: 'Write over a probe or persona of that name' },
    'dry-run': { kind: 'flag', about: 'Show what would be written, and write nothing' },
  },
  examples: ['import questions.yaml', 'import card.png --name lighthouse-keeper --dry-run'],
  run: async ({ file, as, name, replace, 'dry-run': dry }, { app }) => {
    if (name !== undefined && !NAME.test(name)) {
      throw new UserError(
        `--name is “${name}”.`,
        'Use lower-case letters, digits and single hyphens, such as lighthouse-keeper.',
      );
    }
    const imported = await app.imports.read(file.trim(), { as, name });
    const written = dry
      ? undefined
      : await app.imports.keep(imported, { replace: replace === true });
    const { kind, format, warnings } = imported;
    const data = {
      kind,
      format,
      warnings,
      ...(written ? { file: written } : { yaml: imported.yaml }),
    };
    return { to: 'asker', message: importedMessage(imported, written), data };
  },
});
