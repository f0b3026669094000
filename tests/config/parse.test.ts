import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VARIABLES } from '../../core/config/env.ts';
import { parseConfig } from '../../core/config/parse.ts';
import type { Config } from '../../core/config/types.ts';
import { asUserError, UserError } from '../../core/domain/user-error.ts';
import { PRESETS } from '../../core/models/presets.ts';

const CAST_URL = 'http://127.0.0.1:4000/v1';
const KEY = 'sk-proj-Zq81hTnB5vY2kLw9';

const parse = (text: string, env: Record<string, string> = {}): Config =>
  parseConfig(text, { file: 'dramatis.yaml', cast: { baseUrl: CAST_URL }, env });

function problemOf(text: string, env: Record<string, string> = {}): UserError {
  try {
    parse(text, env);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return asUserError(error);
  }
  throw new Error('nothing was wrong');
}
const told = (text: string): string => {
  const { message, hint } = problemOf(text);
  return `${message} ${hint}`;
};

describe('without a file', () => {
  test('the simulated cast is there, with a judge, prices and modest limits', () => {
    const config = parse('');
    expect([...config.models.keys()]).toEqual(['larch', 'rowan', 'bramble', 'oak']);
    expect(config.defaults).toEqual({
      models: ['larch', 'rowan', 'bramble'],
      personas: ['assistant'],
      samples: 2,
      judge: 'oak',
    });
    expect(config.providers.get('cast')).toMatchObject({ baseUrl: CAST_URL, simulated: true });
    for (const model of config.models.values()) expect(model.price?.out).toBeGreaterThan(0);
    expect(config.limits).toMatchObject({ trialsPerRun: 2000, askAboveCalls: 400, askAboveUsd: 1 });
    expect(config.store).toBe('sqlite:data/dramatis.db');
  });

  test('a file of comments, or of empty sections, says the same', () => {
    expect(parse('# nothing yet\n')).toEqual(parse(''));
    expect(parse('defaults:\n#  samples: 3\nproviders:\n')).toEqual(parse(''));
  });
});

describe('models', () => {
  test('a provider and a name are enough', () => {
    const config = parse('models:\n  - openai/gpt-4.1-mini\n');
    expect(config.models.get('gpt-4.1-mini')).toMatchObject({
      provider: 'openai',
      name: 'gpt-4.1-mini',
      label: 'gpt-4.1-mini',
      capabilities: ['logprobs'],
      family: 'openai',
    });
    expect(config.providers.get('openai')).toMatchObject({
      baseUrl: 'https://api.openai.com/v1',
      keyVariable: 'OPENAI_API_KEY',
      simulated: false,
    });
  });

  test.each([
    ['openrouter/meta-llama/Llama-3.3-70B-Instruct:free', 'llama-3.3-70b-instruct-free'],
    ['ollama/llama3.2:3b', 'llama3.2-3b'],
    ['lmstudio/qwen2.5_vl@q4', 'qwen2.5-vl-q4'],
  ])('%s is called %s in command lines', (short, id) => {
    expect(parse(`models: ['${short}']`).models.get(id)?.name).toBe(short.replace(/^\w+\//, ''));
  });

  test('a family is the maker, wherever the model is served', () => {
    const config = parse(
      'models: [gemini/gemini-flash, openrouter/google/gemma, groq/llama, {provider: groq, name: x, family: y}]',
    );
    expect([...config.models.values()].slice(0, 4).map((model) => model.family)).toEqual([
      'google',
      'google',
      undefined,
      'y',
    ]);
  });

  test('the first three are asked by default, the judge never, and no simulated one judges them', () => {
    const four = 'models: [groq/a, groq/b, groq/c, groq/d]';
    expect(parse(four).defaults.models).toEqual(['a', 'b', 'c']);
    expect(parse(four).defaults.judge).toBeUndefined();
    expect(parse(`${four}\ndefaults: { judge: b }`).defaults).toMatchObject({
      models: ['a', 'c', 'd'],
      judge: 'b',
    });
    expect(parse('models: [groq/a]\ndefaults: { judge: a }').defaults.models).toEqual(['a']);
  });

  test('the cast stays beside them until it is switched off', () => {
    expect(parse('models: [groq/a]').models.has('larch')).toBe(true);
    const without = parse('cast: false\nmodels: [groq/a]');
    expect([...without.models.keys()]).toEqual(['a']);
    expect([...without.providers.keys()]).toEqual(['groq']);
  });
});

describe('providers', () => {
  test('a preset is changed in parts', () => {
    const config = parse(`
providers:
  second:
    preset: mistral
    key: SECOND_KEY
    limits: { tokens_per_minute: 5000 }
    dialect: { system: user }
`);
    expect(config.providers.get('second')).toMatchObject({
      baseUrl: 'https://api.mistral.ai/v1',
      keyVariable: 'SECOND_KEY',
      limits: { concurrency: 4, requestsPerMinute: 60, tokensPerMinute: 5000 },
      dialect: { system: 'user', seedName: 'random_seed', streamUsage: false },
    });
  });

  test('a server of one’s own needs an address alone, and no key', () => {
    const provider = parse('providers: { box: { base_url: "http://box:8000/v1/" } }').providers.get(
      'box',
    );
    expect(provider).toMatchObject({ baseUrl: 'http://box:8000/v1', simulated: false });
    expect(provider?.keyVariable).toBeUndefined();
  });
});

describe('mistakes', () => {
  test.each([
    ['modles: []', 'line 1, column 1: there is no key “modles” here. Did you mean “models”?'],
    [
      'defaults:\n  sampels: 3',
      'line 2, column 3: there is no key “sampels” here. Did you mean “samples”?',
    ],
    [
      'defaults:\n  samples: many',
      'line 2, column 12: `defaults.samples` must be a number; given is “many”',
    ],
    [
      'defaults:\n  samples: 0',
      'line 2, column 12: `defaults.samples` must be at least 1; given is 0',
    ],
    [
      'models:\n  - opanai/gpt',
      'line 2, column 5: there is no provider “opanai”. Did you mean “openai”?',
    ],
    ['models:\n  - gpt', 'line 2, column 5: `models.0`: write a model as provider/name'],
    ['models:\n  - provider: openai', 'line 2, column 5: `models.0.name` is missing'],
    [
      'defaults:\n  judge: oaks',
      'line 2, column 10: there is no model “oaks”. Did you mean “oak”?',
    ],
    [
      'access:\n  models:\n    lurch: [local]',
      'line 3, column 5: there is no model “lurch”. Did you mean “larch”?',
    ],
    [
      'providers:\n  x:\n    preset: groc',
      'line 3, column 13: there is no preset “groc”. Did you mean “groq”?',
    ],
    [
      'providers:\n  opneai: {}',
      'line 2, column 3: `opneai` needs a `base_url`, since no preset has this name. Did you mean “openai”?',
    ],
    ['providers:\n  cast: {}', 'line 2, column 3: `cast` is the simulated cast'],
    ['providers:\n  simulated: {}', 'line 2, column 3: `simulated` needs a `base_url`'],
    [
      'models:\n  - {provider: groq, name: x, id: oak}',
      'line 2, column 35: `oak` is a model of the simulated cast',
    ],
    [
      'models:\n  - groq/x\n  - openrouter/x',
      'line 3, column 5: another model has the id `x` already',
    ],
    ['cast: false', 'line 1, column 7: no model is configured'],
    [
      'providers:\n  x:\n    base_url: ftp://x',
      'line 3, column 15: `providers.x.base_url`: write an address with http or https',
    ],
    ['attempts: 1\nattempts: 2', 'line 2, column 1: this is not YAML: Map keys must be unique'],
    ['a: [1\nb: 2', 'line 2, column 1:'],
    ['- 1', 'line 1, column 1: the file must be a mapping of keys to values; given is a list'],
    ['store: mysql://x', 'line 1, column 8: `store`: write sqlite:<file>'],
    ['base: &b { samples: x }\ndefaults: *b', 'line 1, column 21: `defaults.samples`'],
  ])('%j', (text, expected) => {
    expect(told(text)).toContain(expected);
  });

  test('are all told, in the order of the lines', () => {
    const error = problemOf('attempts: 0\nlimits:\n  trials_per_run: x\nmodels:\n  - gpt\n  - y\n');
    expect(error.message).toMatch(/^dramatis\.yaml has 4 mistakes:\n {2}line 1,/);
    expect([...error.message.matchAll(/line (\d)/g)].map((match) => match[1])).toEqual([
      '1',
      '3',
      '5',
      '6',
    ]);
    expect(error.hint).toContain('dramatis.example.yaml');
  });
});

describe('secrets', () => {
  test.each([
    `providers: { openai: { key: ${KEY} } }`,
    'providers: { openai: { key: 9f86d081884c7d659a2feaa0c55ad015 } }',
    `providers: { openai: { api_key: ${KEY} } }`,
    `providers: { openai: { ${KEY}: 1 } }`,
    `providers: { openai: ${KEY} }`,
    `providers: { ${KEY}: { } }`,
    `providers: { openai: { base_url: 'https://me:${KEY}@host/v1' } }`,
    `providers: { openai: { base_url: 'https://host/v1?key=${KEY}' } }`,
    `models: [${KEY}]`,
    `models: ['${KEY}/gpt']`,
    `defaults: { judge: ${KEY} }`,
    `access: { use: ['${KEY}!'] }`,
    `store: 'redis://me:${KEY}@host'`,
    `${KEY}: &a [*b]`,
  ])('a key in the wrong place is refused and not repeated: %#', (text) => {
    const error = problemOf(text);
    for (const secret of [KEY, '9f86d081884c7d65']) {
      expect(`${error.message} ${error.hint}`).not.toContain(secret);
    }
  });

  test('the way out is told', () => {
    expect(told(`providers:\n  openai:\n    key: ${KEY}`)).toMatch(
      /line 3, column 10: .*looks like a key itself \(not shown\).*\.env/,
    );
    expect(told("store: 'postgres://me:pass@host/db'")).toContain('DRAMATIS_STORE');
  });

  test('the name of a variable is no key', () => {
    const name = 'A_RATHER_LONG_NAME_FOR_A_KEY_OF_TEAM_7';
    expect(
      parse(`providers: { openai: { key: ${name} } }`).providers.get('openai')?.keyVariable,
    ).toBe(name);
  });
});

describe('the environment', () => {
  test('comes before the file', () => {
    const config = parse('store: "memory:"\nlocal: { port: 1 }', {
      DRAMATIS_STORE: 'postgres://me:pass@host/db',
      DRAMATIS_PORT: '0',
    });
    expect(config).toMatchObject({ store: 'postgres://me:pass@host/db', local: { port: 0 } });
  });

  test('is checked too', () => {
    expect(problemOf('', { DRAMATIS_PORT: '70000' }).message).toContain('DRAMATIS_PORT');
    const error = problemOf('', { DRAMATIS_STORE: 'mysql://me:hunter2@host' });
    expect(error.message).toContain('DRAMATIS_STORE');
    expect(error.message).not.toContain('hunter2');
  });
});

describe('the documentation', () => {
  const example = readFileSync('dramatis.example.yaml', 'utf8');
  const guide = readFileSync('docs/configuration.md', 'utf8');
  const blocks = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? '');

  test('the example is a configuration', () => {
    expect(parse(example).models.get('ours')).toMatchObject({ label: 'Our fine-tune' });
  });

  test.each(blocks)('so is each block of the guide: %#', (block) => {
    expect(() => parse(block)).not.toThrow();
  });

  test('the example has every key', () => {
    for (const key of [
      'seed_name',
      'prefill',
      'requests_per_minute',
      'tokens_per_minute',
      'capabilities',
      'family',
      'ask_above_usd',
      'usd_per_person',
      'first_token',
      'attempts',
      'enabled',
    ]) {
      expect(example).toContain(`${key}:`);
    }
  });

  test('the guide has every variable', () => {
    for (const { name } of VARIABLES) expect(guide).toContain(`| \`${name}\` `);
  });
});

test('whatever the text, there is a configuration or a Problem', () => {
  const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.double());
  const keys = [
    'models',
    'providers',
    'defaults',
    'limits',
    'name',
    'provider',
    'judge',
    'openai',
    'key',
  ];
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), tie('node'), { maxKeys: 3 }),
    ),
  })).node;
  const text = fc.oneof(
    fc.string(),
    tree.map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(text, (given) => {
      try {
        parse(given);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('a provider keeps what its preset knows beside what the file overrides', () => {
  const text = [
    'providers: { anthropic: { preset: anthropic, dialect: { temperature: false } } }',
    'models: [{ id: sonnet, provider: anthropic, name: sonnet }]',
  ].join('\n');
  const config = parseConfig(text, {
    file: 'test.yaml',
    cast: { baseUrl: 'http://127.0.0.1:1/v1' },
    env: {},
  });
  expect(config.providers.get('anthropic')?.dialect).toEqual({
    ...PRESETS.anthropic?.dialect,
    temperature: false,
  });
});
