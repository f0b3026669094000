import { LLMock } from '@copilotkit/aimock';
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { random } from '../../core/statistics/random.ts';
import { ask, instantClock, modelsAt } from './setting.ts';

/** A server that nobody here wrote. */
const mock = new LLMock({ port: 0, logLevel: 'silent' });

const about = (content: string) => ask({ messages: [{ role: 'user', content }] });
const connect = (options: Parameters<typeof modelsAt>[1] = {}) =>
  modelsAt(`${mock.url}/v1`, options).models;

beforeAll(async () => {
  await mock.start();
});
beforeEach(() => {
  mock.reset();
  mock.onMessage('sugar', { content: 'Sugar was rare.' });
});
afterAll(() => mock.stop());

describe('against a server that nobody here wrote', () => {
  test('an ask is answered, with its usage', async () => {
    const reply = await connect().ask(about('Why sugar?'));
    expect(reply).toMatchObject({
      outcome: 'answered',
      text: 'Sugar was rare.',
      finishReason: 'stop',
      attempts: 1,
      usage: { estimated: false },
    });
    expect(mock.getLastRequest()?.body).toMatchObject({ model: 'rowan-1', stream: true });
  });

  test('reasoning is kept apart', async () => {
    mock.onMessage('riddle', { content: 'A river.', reasoning: 'It runs and has a bed.' });
    expect(await connect().ask(about('A riddle'))).toMatchObject({
      text: 'A river.',
      reasoning: 'It runs and has a bed.',
    });
  });

  test.each([
    ['length', 'truncated'],
    ['content_filter', 'refused'],
  ])('%s means %s', async (finishReason, outcome) => {
    mock.onMessage('story', { content: 'Once upon', finishReason });
    expect(await connect().ask(about('A story'))).toMatchObject({ outcome, text: 'Once upon' });
  });

  test('a stream in many pieces comes whole', async () => {
    const content = 'Sweetness meant calories. '.repeat(40);
    mock.onMessage('long', { content }, { chunkSize: 3 });
    const pieces: string[] = [];
    const reply = await connect().ask({ ...about('long'), onText: (piece) => pieces.push(piece) });
    expect(reply.text).toBe(content);
    expect(pieces.join('')).toBe(content);
    expect(pieces.length).toBeGreaterThan(100);
  });

  test.each([
    [401, 'the provider refused the key (401); set GROVE_KEY', 1],
    [404, 'no such model at the provider (404)', 1],
  ])('%i is told', async (status, reason, attempts) => {
    mock.nextRequestError(status, { message: 'no', type: 'x' });
    expect(await connect().ask(about('sugar'))).toMatchObject({
      outcome: 'failed',
      reason,
      attempts,
    });
  });

  test.each([429, 500, 503])('%i is tried again', async (status) => {
    mock.nextRequestError(status, { message: 'busy', type: 'x' });
    expect(await connect().ask(about('sugar'))).toMatchObject({ outcome: 'answered', attempts: 2 });
  });

  test('a stream that is cut is tried again, and told in the end', async () => {
    mock.onMessage(
      'cut',
      { content: 'Sugar was rare.' },
      { chunkSize: 3, truncateAfterChunks: 2, latency: 10 },
    );
    expect(await connect().ask(about('cut'))).toMatchObject({
      outcome: 'failed',
      reason: 'the provider broke off in the middle',
      attempts: 3,
    });
  });

  test('a slow first word is not waited for', async () => {
    mock.onMessage('slow', { content: 'Sugar.' }, { streamingProfile: { ttft: 2_000 } });
    const timeouts = { connectMs: 5_000, firstTokenMs: 80, totalMs: 5_000 };
    const reply = await connect({ config: { timeouts, attempts: 1 } }).ask(about('slow'));
    expect(reply.outcome).toBe('failed');
    expect(reply.reason).toContain('no first word within 0.1 s');
  });
});

describe('with its faults on', () => {
  const faults = [
    ['drops', { dropRate: 1 }, 'the provider has trouble (500)'],
    ['disconnects', { disconnectRate: 1 }, 'the provider could not be reached'],
    ['malformed answers', { malformedRate: 1 }, 'the provider sent something unreadable'],
    ['rate limits', { rateLimitRate: 1 }, 'the provider’s limit is reached (429)'],
  ] as const;

  test.each(faults)('%s are tried again and told', async (_, chaos, reason) => {
    mock.setChaos(chaos);
    const { clock, slept } = instantClock();
    const reply = await connect({ clock }).ask(about('sugar'));
    expect(reply).toMatchObject({ outcome: 'failed', attempts: 3 });
    expect(reply.reason).toContain(reason);
    expect(slept.length).toBeGreaterThanOrEqual(2);
  });

  test('all at once, a run still comes through', async () => {
    vi.spyOn(Math, 'random').mockImplementation(random(7).unit);
    onTestFinished(() => void vi.restoreAllMocks());
    mock.setChaos({ dropRate: 0.2, malformedRate: 0.2, disconnectRate: 0.2, rateLimitRate: 0.2 });
    const models = connect({ config: { attempts: 60 } });
    const replies = await Promise.all(Array.from({ length: 40 }, () => models.ask(about('sugar'))));
    expect(replies.map(({ outcome }) => outcome)).toEqual(replies.map(() => 'answered'));
    expect(Math.max(...replies.map(({ attempts }) => attempts))).toBeGreaterThan(1);
  });
});
