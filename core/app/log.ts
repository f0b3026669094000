import pino, { type Logger } from 'pino';
import pretty from 'pino-pretty';

/** Shapes of the keys that providers and platforms hand out; none may stand in a log. */
const KEYS =
  /\b(?:sk-[\w-]{8,}|xox[a-z]-[\w-]{8,}|xapp-[\w-]{8,}|gsk_\w{8,}|Bearer\s+[\w.~+/-]{8,}=*|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,})/g;

/** Logs to stderr: readable on a terminal, one JSON object a line elsewhere. Keys are blotted out. */
export function createLog(level: string, stream: NodeJS.WriteStream = process.stderr): Logger {
  const target = stream.isTTY
    ? pretty({ destination: stream, ignore: 'pid,hostname', sync: true })
    : stream;
  return pino(
    {
      level,
      hooks: {
        streamWrite: (line) => line.replace(KEYS, '[key]').replace(CONTROL, visible),
      },
    },
    target,
  );
}

/** Whatever a model wrote, it may not steer the terminal that a log is read on. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

function visible(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
