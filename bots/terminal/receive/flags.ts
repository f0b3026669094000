/** Flags that every command takes in a terminal, beside its own options. */
export const FLAGS = {
  json: 'Print one JSON document and nothing else',
  yes: 'Agree to the price of a run that would wait for it',
  quiet: 'Print the result alone: no progress, no next steps',
  help: 'Say how a command is used (-h for short)',
  version: 'Print the version',
} as const;

export type Flags = Readonly<Record<keyof typeof FLAGS, boolean>>;

/** Takes the flags that are every command's out of the words, up to a bare `--`. */
export function takeFlags(argv: readonly string[]): { flags: Flags; rest: readonly string[] } {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const words = argv.slice(0, end).map((word) => (word === '-h' ? '--help' : word));
  const has = (flag: keyof Flags): boolean => words.includes(`--${flag}`);
  const rest = words.filter((word) => !Object.keys(FLAGS).some((flag) => word === `--${flag}`));
  return {
    flags: {
      json: has('json'),
      yes: has('yes'),
      quiet: has('quiet'),
      help: has('help'),
      version: has('version'),
    },
    rest: [...rest, ...argv.slice(end)],
  };
}
