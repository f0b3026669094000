import { readListing } from './listing.ts';

/** An OpenAI-compatible server that listens on this machine. */
export interface LocalServer {
  /** A key of PRESETS. */
  readonly preset: string;
  readonly baseUrl: string;
  readonly models: readonly string[];
}

export interface DiscoverOptions {
  readonly ports?: readonly { readonly port: number; readonly preset: string }[];
  /** Base URLs not to be looked at, such as that of the embedded cast. */
  readonly ignore?: readonly string[];
  /** A server that has not answered by then is not there. */
  readonly timeoutMs?: number;
}

/** The ports that these servers take unless told otherwise, as their documentation has it. */
const USUAL_PORTS = [
  { port: 11434, preset: 'ollama' },
  { port: 1234, preset: 'lmstudio' },
  { port: 8080, preset: 'llamacpp' },
  { port: 8000, preset: 'vllm' },
];

/** Some say in `owned_by` what they are, whichever port they were given. */
const BY_OWNER: Readonly<Record<string, string>> = {
  llamacpp: 'llamacpp',
  vllm: 'vllm',
  library: 'ollama',
};

/** The owner of a simulated cast's models, be it this process's own or another's. */
const SIMULATED = 'simulation';

/** Names of models that make vectors and answer nothing. */
const EMBEDDING = /embed/i;

/** Looks at all ports at once. Never rejects, and is done after `timeoutMs` at the latest. */
export async function discoverLocal(
  options: DiscoverOptions = {},
): Promise<readonly LocalServer[]> {
  const { ports = USUAL_PORTS, ignore = [], timeoutMs = 400 } = options;
  const ignored = new Set(
    ignore.filter((url) => URL.canParse(url)).map((url) => new URL(url).port),
  );
  const found = await Promise.all(
    ports
      .filter(({ port }) => !ignored.has(String(port)))
      .map(({ port, preset }) => look(port, preset, timeoutMs)),
  );
  return found.filter((server) => server !== undefined);
}

async function look(
  port: number,
  preset: string,
  timeoutMs: number,
): Promise<LocalServer | undefined> {
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(`${baseUrl}/models`, { signal, redirect: 'error' });
    if (!response.ok) return undefined;
    const listed = readListing(await response.json()) ?? [];
    const models = listed.map(({ id }) => id).filter((id) => !EMBEDDING.test(id));
    const owner = listed[0]?.owner ?? '';
    if (models.length === 0 || owner === SIMULATED) return undefined;
    return {
      preset: Object.hasOwn(BY_OWNER, owner) ? (BY_OWNER[owner] ?? preset) : preset,
      baseUrl,
      models,
    };
  } catch {
    return undefined;
  }
}
