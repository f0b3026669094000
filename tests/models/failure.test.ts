import { APIConnectionError, APIError } from 'openai';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../../core/models/failure.ts';
import { KEY, provider } from './setting.ts';

const at = Date.parse('2026-01-01T00:00:00Z');
const grove = provider({ baseUrl: 'https://user:pass@models.example:8443/v1' });

function ofStatus(status: number | undefined, body: object = {}, headers: object = {}) {
  const sent = new Headers({ ...headers });
  return failureOf(new APIError(status, body, undefined, sent), grove, at);
}

describe('why a call failed', () => {
  test.each([
    [400, false, 'the provider refused the request (400)'],
    [401, false, 'the provider refused the key (401); set GROVE_KEY'],
    [402, false, 'the account has no credit left (402); top it up at the provider'],
    [403, false, 'the provider forbids this key the model (403); check the account'],
    [404, false, 'no such model at the provider (404)'],
    [408, true, 'the provider timed out (408)'],
    [409, true, 'the provider reported a conflict (409); try again'],
    [418, false, 'the provider refused the request (418)'],
    [422, false, 'the provider refused the request (422)'],
    [429, true, 'the provider’s limit is reached (429); try later or lower `limits`'],
    [500, true, 'the provider has trouble (500); try again later'],
    [503, true, 'the provider has trouble (503); try again later'],
    [529, true, 'the provider has trouble (529); try again later'],
  ])('%i', (status, retryable, reason) => {
    expect(ofStatus(status)).toMatchObject({ retryable, reason, pauses: status === 429 });
  });

  test('names a refused parameter, if it is a plain word', () => {
    expect(ofStatus(400, { param: 'temperature' }).reason).toContain('(400): temperature');
    expect(ofStatus(400, { param: `your key ${KEY}` }).reason).not.toContain('key');
  });

  test('does not wait for an empty account to fill itself', () => {
    expect(ofStatus(429, { code: 'insufficient_quota' })).toMatchObject({
      retryable: false,
      pauses: false,
      reason: 'the account’s quota is used up (429); raise it at the provider',
    });
  });

  test('takes the number in an error that came in the middle of a stream', () => {
    expect(ofStatus(undefined, { code: 429 })).toMatchObject({ retryable: true, pauses: true });
    expect(ofStatus(undefined, { code: 401 }).retryable).toBe(false);
    expect(ofStatus(undefined, { message: 'overloaded' })).toMatchObject({
      retryable: true,
      reason: 'the provider broke off in the middle',
    });
  });

  test('names the host that could not be reached, and no password', () => {
    const failure = failureOf(new APIConnectionError({}), grove, at);
    expect(failure).toMatchObject({
      retryable: true,
      reason: 'the provider could not be reached; is models.example:8443 up?',
    });
  });

  test('asks for the variable where none is configured', () => {
    const keyless = provider({ keyVariable: undefined });
    const thrown = new APIError(401, {}, undefined, new Headers());
    expect(failureOf(thrown, keyless, at).reason).toContain('name its variable under `providers`');
  });

  test('does not show a fault of ours to people', () => {
    expect(failureOf(new Error(`boom ${KEY}`), grove, at)).toMatchObject({
      retryable: false,
      reason: 'the call failed on our side; see the log',
    });
  });

  test.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '0.25' }, 250],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:42 GMT' }, 42_000],
    [{ 'retry-after': 'Wed, 31 Dec 2025 23:59:00 GMT' }, 0],
    [{ 'retry-after-ms': '150', 'retry-after': '7' }, 150],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-3' }, undefined],
    [{}, undefined],
  ])('reads when to come back from %j', (headers, waitMs) => {
    expect(ofStatus(429, {}, headers).waitMs).toBe(waitMs);
  });
});
