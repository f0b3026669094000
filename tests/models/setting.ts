import { vi } from 'vitest';
import type { Config } from '../../core/config/types.ts';
import type { Model } from '../../core/domain/model.ts';
import type { Clock } from '../../core/models/clock.ts';
import { createModels, type ModelsOptions } from '../../core/models/create-models.ts';
import type { Ask, Dialect, Provider } from '../../core/models/types.ts';

export const KEY = 'sk-test-4f9c2b7a1d';

export const DIALECT: Dialect = {
  maxTokens: 'max_tokens',
  system: 'system',
  seed: true,
  streamUsage: true,
  temperature: true,
};

export function provider(more: Partial<Provider> = {}): Provider {
  return {
    id: 'grove',
    baseUrl: 'http://127.0.0.1:9/v1',
    keyVariable: 'GROVE_KEY',
    dialect: DIALECT,
    limits: { concurrency: 4 },
    simulated: false,
    ...more,
  };
}

export function model(more: Partial<Model> = {}): Model {
  return {
    id: 'rowan',
    label: 'Rowan',
    provider: 'grove',
    name: 'rowan-1',
    parameters: {},
    capabilities: [],
    ...more,
  };
}

export function ask(more: Partial<Ask> = {}): Ask {
  return {
    model: model(),
    messages: [{ role: 'user', content: 'What are you?' }],
    owner: 'run-1',
    ...more,
  };
}

export function config(more: Partial<Config> = {}): Config {
  return {
    providers: new Map([['grove', provider()]]),
    models: new Map([['rowan', model()]]),
    defaults: { models: [], personas: [], samples: 1 },
    limits: { trialsPerRun: 1000, askAboveCalls: 1000, askAboveUsd: 1 },
    access: { commands: {}, models: {} },
    timeouts: { connectMs: 5_000, firstTokenMs: 5_000, totalMs: 30_000 },
    attempts: 3,
    imports: [],
    folders: [],
    store: 'memory:',
    local: { enabled: false, port: 0 },
    ...more,
  };
}

/** A clock on which waiting takes no time; it keeps how long each wait would have been. */
export function instantClock(start = Date.parse('2026-01-01T00:00:00Z')) {
  const slept: number[] = [];
  let at = start;
  const clock: Clock = {
    now: () => at,
    random: () => 0.5,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      at += ms;
    },
  };
  return { clock, slept };
}

/** A clock on which nobody wakes until they are told to, one or all. */
export function heldClock() {
  const slept: number[] = [];
  const wakers: (() => void)[] = [];
  let at = 0;
  const clock: Clock = {
    now: () => at,
    random: () => 0,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        slept.push(ms);
        wakers.push(resolve);
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
  };
  const wake = (which?: number) => {
    if (which !== undefined) return wakers[which]?.();
    at += Math.max(...slept);
    for (const one of wakers) one();
  };
  return { clock, slept, wake };
}

/** The clock of the faked timers, which go on only when they are told to. */
export const fakedClock: Clock = {
  now: () => Date.now(),
  random: () => 0.5,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const timer = setTimeout(resolve, ms);
      const abort = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
    }),
};

/** Models that talk to one provider at an address, and what they logged. */
export function modelsAt(
  baseUrl: string,
  {
    config: settings = {},
    provider: given = {},
    ...options
  }: Partial<Omit<ModelsOptions, 'config'>> & {
    config?: Partial<Config>;
    provider?: Partial<Provider>;
  } = {},
) {
  const log = { warn: vi.fn(), error: vi.fn() };
  const now = config({
    providers: new Map([['grove', provider({ baseUrl, ...given })]]),
    ...settings,
  });
  const models = createModels({
    config: () => now,
    env: { GROVE_KEY: KEY },
    log,
    clock: instantClock().clock,
    ...options,
  });
  const logged = () => JSON.stringify([...log.warn.mock.calls, ...log.error.mock.calls]);
  return { models, log, logged };
}
