/**
 * Node's own SQLite, without the warning that it is an experiment: whoever runs the bot can do nothing about it.
 * Other warnings pass, and so do the arguments that Node gives them.
 */
export function sqliteModule(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  process.emitWarning = (warning: string | Error, ...rest: unknown[]): void => {
    if (String(warning).startsWith('SQLite is')) return;
    Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
  try {
    // Loaded within one turn, so that nobody else's warning falls into it.
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
