import { APIConnectionError, APIError } from 'openai';
import { retryAfterMs } from './retry-after.ts';
import type { Provider } from './types.ts';

/** Why a call failed, decided here alone: what a person reads, and whether to try again. */
export interface Failure {
  /** Short, with the next step, and without anything that the provider wrote. */
  readonly reason: string;
  readonly retryable: boolean;
  /** True where every call to this provider should wait, not just this one. */
  readonly pauses: boolean;
  /** How long the provider asks to be left alone, in milliseconds. */
  readonly waitMs?: number | undefined;
}

/** A failure on its way up. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly failure: Failure;
  constructor(failure: Partial<Failure> & Pick<Failure, 'reason'>, options?: ErrorOptions) {
    super(failure.reason, options);
    this.failure = { retryable: false, pauses: false, ...failure };
  }
}

export const BROKE_OFF = { reason: 'the provider broke off in the middle', retryable: true };
export const UNREADABLE = { reason: 'the provider sent something unreadable', retryable: true };

/** A clause for each status. `{key}` is the variable that holds the key. */
const STATUSES: Readonly<Record<number, string>> = {
  400: 'the provider refused the request (400)',
  401: 'the provider refused the key (401); {key}',
  402: 'the account has no credit left (402); top it up at the provider',
  403: 'the provider forbids this key the model (403); check the account',
  404: 'no such model at the provider (404)',
  405: 'the provider does not offer this kind of call (405)',
  408: 'the provider timed out (408)',
  409: 'the provider reported a conflict (409); try again',
  413: 'the request is too long for the provider (413)',
  429: 'the provider’s limit is reached (429); try later or lower `limits`',
};

/** Statuses under 500 that may go away by themselves. */
const TRANSIENT = [408, 409, 429];
/** Codes of a 429 that will not: the account is empty, however long one waits (OpenAI's word). */
const EMPTY_ACCOUNT = ['insufficient_quota', 'billing_hard_limit_reached'];

export function failureOf(thrown: unknown, provider: Provider, now: number): Failure {
  if (thrown instanceof CallFailed) return thrown.failure;
  if (thrown instanceof APIConnectionError) {
    const reason = `the provider could not be reached; is ${hostOf(provider)} up?`;
    return { reason, retryable: true, pauses: false };
  }
  if (thrown instanceof APIError) return ofStatus(thrown, provider, now);
  // The SDK throws a SyntaxError for an event that is not JSON, and fetch a TypeError for a cut body.
  if (thrown instanceof SyntaxError) return { ...UNREADABLE, pauses: false };
  if (thrown instanceof TypeError) return { ...BROKE_OFF, pauses: false };
  return { reason: 'the call failed on our side; see the log', retryable: false, pauses: false };
}

function ofStatus(error: APIError, provider: Provider, now: number): Failure {
  // An error in the middle of a stream has no status, but often a number for its code.
  const status = error.status ?? (Number(error.code) || undefined);
  if (status === undefined) return { ...BROKE_OFF, pauses: false };
  if (EMPTY_ACCOUNT.includes(String(error.code))) {
    const reason = `the account’s quota is used up (${status}); raise it at the provider`;
    return { reason, retryable: false, pauses: false };
  }
  return {
    reason: sentence(status, error, provider),
    retryable: status >= 500 || TRANSIENT.includes(status),
    pauses: status === 429,
    waitMs: retryAfterMs(error.headers, now),
  };
}

function sentence(status: number, error: APIError, provider: Provider): string {
  if (status >= 500) return `the provider has trouble (${status}); try again later`;
  const known = STATUSES[status] ?? `the provider refused the request (${status})`;
  const key = provider.keyVariable
    ? `set ${provider.keyVariable}`
    : 'name its variable under `providers`';
  const refused = status === 400 || status === 422;
  return known.replace('{key}', key) + (refused ? aboutParameter(error.param) : '');
}

/** Which parameter was refused, if the provider named it by a plain word and not in prose. */
function aboutParameter(param: unknown): string {
  return typeof param === 'string' && /^[a-z_]{1,32}$/.test(param) ? `: ${param}` : '';
}

function hostOf({ baseUrl }: Provider): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : 'its address';
}
