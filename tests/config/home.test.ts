import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../../core/config/env.ts';
import { inHome, storeInHome } from '../../core/config/home.ts';
import { parseConfig } from '../../core/config/parse.ts';
import { readAddress } from '../../core/store/address.ts';

test('paths count from the home where there is one', () => {
  expect(inHome('/srv/bot', '.env')).toBe('/srv/bot/.env');
  expect(inHome(undefined, '.env')).toBe('.env');
});

describe('the file of a store', () => {
  test.each([
    ['/srv/bot', 'sqlite:data/dramatis.db', 'sqlite:/srv/bot/data/dramatis.db'],
    ['/srv/bot', 'sqlite:/var/lib/d.db', 'sqlite:/var/lib/d.db'],
    ['/srv/bot', 'memory:', 'memory:'],
    ['/srv/bot', 'redis://127.0.0.1:6379', 'redis://127.0.0.1:6379'],
    [undefined, 'sqlite:data/dramatis.db', 'sqlite:data/dramatis.db'],
  ])('under %s: %s is %s', (home, address, expected) => {
    expect(storeInHome(home, address)).toBe(expected);
  });

  test.each(['/srv/50% off?', '/srv/a#b', '/srv/with space'])(
    'is found in the folder %s',
    (home) => {
      const { url } = readAddress(storeInHome(home, 'sqlite:data/d.db'));
      expect(decodeURIComponent(url.pathname)).toBe(`${home}/data/d.db`);
      expect(url.search + url.hash).toBe('');
    },
  );

  test('a home that counts from the working folder becomes absolute', () => {
    expect(storeInHome('bot', 'sqlite:d.db')).toBe(`sqlite:${resolve('bot')}/d.db`);
  });
});

test('DRAMATIS_HOME moves the configuration and the store, but no path that is given whole', () => {
  const home = { DRAMATIS_HOME: '/srv/bot' };
  expect(readEnvironment(home)).toMatchObject({
    config: '/srv/bot/dramatis.yaml',
    configAsked: false,
  });
  expect(readEnvironment({ ...home, DRAMATIS_CONFIG: 'team.yaml' }).config).toBe('team.yaml');
  const parse = (env: Record<string, string>, text = '') =>
    parseConfig(text, { file: 'test.yaml', cast: { baseUrl: 'http://127.0.0.1:1/v1' }, env }).store;
  expect(parse(home)).toBe('sqlite:/srv/bot/data/dramatis.db');
  expect(parse(home, 'store: sqlite:runs.db')).toBe('sqlite:/srv/bot/runs.db');
  expect(parse({ ...home, DRAMATIS_STORE: 'sqlite:/tmp/d.db' })).toBe('sqlite:/tmp/d.db');
});
