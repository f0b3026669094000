import { createRequire } from 'node:module';
import pino, { type Logger } from 'pino';
import type { PrettyStream } from 'pino-pretty';
import { sanitiseJson, sanitiseJsonStrings } from '../text/sanitise-terminal.ts';

/** Shapes of the keys that providers and platforms hand out; none may stand in a log. */
const KEYS =
  /\b(?:sk-[\w-]{8,}|xox[a-z]-[\w-]{8,}|xapp-[\w-]{8,}|gsk_\w{8,}|Bearer\s+[\w.~+/-]{8,}=*|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,})/g;

/** Logs to stderr: readable on a terminal, one JSON object a line elsewhere. Keys are blotted out. */
export function createLog(level: string, stream: NodeJS.WriteStream = process.stderr): Logger {
  const target = stream.isTTY ? readable(stream) : stream;
  // A line that is printed in another form is read first, and an escape with it.
  const sanitise = stream.isTTY ? sanitiseJsonStrings : sanitiseJson;
  return pino(
    {
      level,
      hooks: {
        // Whatever a model wrote, it may not steer the terminal that a log is read on.
        streamWrite: (line) => sanitise(line.replace(KEYS, '[key]')),
      },
    },
    target,
  );
}

const require = createRequire(import.meta.url);

/** Prints lines as people read them. Most processes log nothing: what does it is loaded for the first line. */
function readable(stream: NodeJS.WriteStream): { write(line: string): void } {
  let printer: PrettyStream | undefined;
  return {
    write: (line) => {
      printer ??= require('pino-pretty')({
        destination: stream,
        ignore: 'pid,hostname',
        sync: true,
      }) as PrettyStream;
      printer.write(line);
    },
  };
}
