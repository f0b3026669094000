import { createRequire } from 'node:module';
import type { Logger, LoggerOptions } from 'pino';
import { sanitiseJson, sanitiseJsonStrings } from '../text/sanitise-terminal.ts';

/** Shapes of the keys that providers and platforms hand out; none may stand in a log. */
const KEYS =
  /\b(?:sk-[\w-]{8,}|xox[a-z]-[\w-]{8,}|xapp-[\w-]{8,}|gsk_\w{8,}|Bearer\s+[\w.~+/-]{8,}=*|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,})/g;

const LEVELS: Readonly<Record<string, number>> = {
  trace: 10,
  debug: 20,
  info: 30,
  warn: 40,
  error: 50,
  fatal: 60,
};

const require = createRequire(import.meta.url);

/**
 * Logs to stderr: readable on a terminal, one JSON object a line elsewhere. Keys are blotted out. Pino is
 * loaded for the first line, since most commands of the terminal log none.
 */
export function createLog(level: string, stream: NodeJS.WriteStream = process.stderr): Logger {
  const least = LEVELS[level] ?? Number.POSITIVE_INFINITY;
  let logger: Logger | undefined;
  return new Proxy({} as Logger, {
    get: (_, name) => {
      if (typeof name === 'string' && (LEVELS[name] ?? least) < least) return () => {};
      logger ??= load(level, stream);
      const member: unknown = Reflect.get(logger, name, logger);
      return typeof member === 'function' ? member.bind(logger) : member;
    },
  });
}

function load(level: string, stream: NodeJS.WriteStream): Logger {
  const pino: typeof import('pino') = require('pino');
  // A line that is printed in another form is read first, and an escape with it.
  const sanitise = stream.isTTY ? sanitiseJsonStrings : sanitiseJson;
  const options: LoggerOptions = {
    level,
    hooks: {
      // Whatever a model wrote, it may not steer the terminal that a log is read on.
      streamWrite: (line) => sanitise(line.replace(KEYS, '[key]')),
    },
  };
  return pino.pino(options, stream.isTTY ? readable(stream) : stream);
}

/** Prints lines as people read them. */
function readable(stream: NodeJS.WriteStream) {
  const pretty: typeof import('pino-pretty') = require('pino-pretty');
  return pretty.build({ destination: stream, ignore: 'pid,hostname', sync: true });
}
