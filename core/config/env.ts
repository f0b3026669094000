import { UserError } from '../domain/user-error.ts';
import { suggestAllowed } from '../text/nearest.ts';
import { quoted } from '../text/quoted.ts';
import { MOST_PORT, STORE_ADDRESS } from './addresses.ts';
import { inHome } from './home.ts';

/** An environment variable that the bot reads, for `.env.example` and for the documentation. */
export interface Variable {
  readonly name: string;
  readonly about: string;
  /** The value that holds where it is not set, in words. */
  readonly otherwise: string;
}

/** Those that belong to no provider and no platform. */
export const VARIABLES = [
  {
    name: 'DRAMATIS_HOME',
    about: 'the folder of dramatis.yaml, .env and data/; set it outside of .env',
    otherwise: 'the working folder',
  },
  {
    name: 'DRAMATIS_CONFIG',
    about: 'the path of the configuration file',
    otherwise: 'dramatis.yaml; where there is none, the embedded default',
  },
  {
    name: 'DRAMATIS_STORE',
    about: 'where runs are kept, instead of `store` in the file; may hold a password',
    otherwise: 'what the file says, else sqlite:data/dramatis.db',
  },
  {
    name: 'DRAMATIS_PORT',
    about: 'the port of the local channel, instead of `local.port` in the file',
    otherwise: 'what the file says, else 4747',
  },
  {
    name: 'LOG_LEVEL',
    about: 'trace, debug, info, warn, error, fatal or silent',
    otherwise: 'info',
  },
] as const satisfies readonly Variable[];

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export interface Environment {
  /** The folder of the bot's own files; absent: the working folder. */
  readonly home?: string | undefined;
  readonly config: string;
  readonly configAsked: boolean;
  readonly store?: string | undefined;
  readonly port?: number | undefined;
  /** The folder of what the bot keeps in files. */
  readonly data: string;
  readonly logLevel: (typeof LEVELS)[number];
}

/** Values of the general variables. An empty one counts as not set. @throws UserError */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const get = (name: (typeof VARIABLES)[number]['name']): string | undefined =>
    env[name]?.trim() || undefined;
  const home = get('DRAMATIS_HOME');
  const config = get('DRAMATIS_CONFIG');
  const port = get('DRAMATIS_PORT');
  return {
    home,
    config: config ?? inHome(home, 'dramatis.yaml'),
    configAsked: config !== undefined,
    store: store(get('DRAMATIS_STORE')),
    port: port === undefined ? undefined : portFrom(port),
    data: inHome(home, 'data'),
    logLevel: level(get('LOG_LEVEL') ?? 'info'),
  };
}

/**
 * Reads `.env` into the process's environment with Node's own reader; what is set already stays.
 * @returns whether there was such a file
 * @throws UserError where it cannot be read
 */
export function loadEnvFile(
  path = inHome(process.env.DRAMATIS_HOME?.trim() || undefined, '.env'),
): boolean {
  try {
    process.loadEnvFile(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw new UserError(`${path} is there but cannot be read.`, 'Check its permissions.', {
      cause: error,
    });
  }
}

/** Not echoed, since it may hold a password. */
function store(given: string | undefined): string | undefined {
  if (given === undefined || STORE_ADDRESS.test(given)) return given;
  throw new UserError(
    'DRAMATIS_STORE is not the address of a store.',
    'Write sqlite:<file>, memory:, redis://… or postgres://….',
  );
}

function portFrom(given: string): number {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= MOST_PORT) return port;
  throw new UserError(
    `DRAMATIS_PORT is not a port: ${quoted(given)}.`,
    'Write a whole number up to 65535; 0 takes any that is free.',
  );
}

function level(given: string): Environment['logLevel'] {
  const found = LEVELS.find((one) => one === given.toLowerCase());
  if (found !== undefined) return found;
  throw new UserError(`LOG_LEVEL is not a level: ${quoted(given)}.`, suggestAllowed(given, LEVELS));
}
