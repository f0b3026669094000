import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findCommands } from '../../bots/commands.ts';
import { openBot } from '../../bots/open.ts';
import type { OpenApp } from '../../core/app/open.ts';

let home: string;
let open: OpenApp | undefined;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'home-'));
});
afterEach(async () => {
  await open?.close();
  open = undefined;
  await rm(home, { recursive: true });
});

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(home, path)), { recursive: true });
  await writeFile(join(home, path), text);
}

async function start(): Promise<OpenApp> {
  const env = { DRAMATIS_HOME: home, DRAMATIS_STORE: 'memory:' };
  open = await openBot({ env, log: pino({ level: 'silent' }), castPace: 0 });
  return open;
}

const probe = (name: string, scorer = 'pattern') => `name: ${name}
version: 1
title: does it say yes?
about: For a test.
source: [{ label: ours }]
conditions: [{ id: none, label: no frame }, { id: curt, label: curt, system: Be brief. }]
baseline: none
items: [{ id: one, ask: Is it? }]
scores: [{ id: yes, by: ${scorer}${scorer === 'pattern' ? ', pattern: yes' : ''} }]
measures: [{ id: says-yes, label: says yes, kind: share, when: [{ score: yes, is: [1] }] }]
psm: { predicts: Something., against: Nothing. }
`;

const SHOUTS = `const options = { safeParse: (value) => ({ success: true, data: value }) };
export const scorer = {
  name: 'shouts',
  about: 'whether the answer ends with an exclamation mark',
  options,
  needsJudge: false,
  score: async ({ answer }) => ({ status: 'scored', value: answer.endsWith('!') ? 1 : 0, reason: 'its end' }),
};
`;

const GREET = `export const command = {
  name: 'greet',
  about: 'Say hello',
  options: {},
  examples: ['greet'],
  run: async () => ({ to: 'asker', message: { view: { state: 'info', blocks: [], actions: [] } } }),
};
`;

describe('the data folder', () => {
  test('is where a probe that is kept goes, and where it is found at once', async () => {
    await write('data/probes/mine.yaml', probe('mine'));
    const { app } = await start();
    const mine = (await app.probes.get('mine')) ?? expect.fail('it is not found');
    const file = await app.keepProbe({ ...mine, name: 'ours' });
    expect(file).toBe(join(home, 'data/probes/ours.yaml'));
    expect(await app.probes.names()).toContain('ours');
  });

  test('is looked into anew: what another process puts there is found without a restart', async () => {
    const { app } = await start();
    expect(await app.probes.get('late')).toBeUndefined();
    await write('data/probes/late.yaml', probe('late'));
    await write(
      'data/personas/cook.yaml',
      'name: cook\nlabel: cook\nabout: Cooks.\nsystem: Cook.\n',
    );
    expect((await app.probes.get('late'))?.title).toBe('does it say yes?');
    expect((await app.personas.get('cook'))?.system).toBe('Cook.');
  });

  test('takes no name that ships', async () => {
    const { app } = await start();
    const shipped = (await app.probes.get('spread')) ?? expect.fail('it does not ship');
    await expect(app.keepProbe(shipped)).rejects.toMatchObject({ code: 'conflict' });
    await write(
      'card.json',
      '{"name":"Pirate","description":"Arr.","personality":"","first_mes":""}',
    );
    const imported = await app.imports.read(join(home, 'card.json'), {});
    await expect(app.imports.keep(imported, { replace: true })).rejects.toMatchObject({
      code: 'conflict',
      hint: expect.stringContaining('--name'),
    });
    const other = await app.imports.read(join(home, 'card.json'), { name: 'corsair' });
    const file = await app.imports.keep(other, { replace: false });
    expect(await readFile(file, 'utf8')).toContain('name: corsair');
    expect(await app.personas.names()).toContain('corsair');
  });
});

describe('folders of a team', () => {
  test('have probes, personas, scorers and commands of their own', async () => {
    await write('dramatis.yaml', 'folders: [ours]\n');
    await write('ours/probes/shouting.yaml', probe('shouting', 'shouts'));
    await write(
      'ours/personas/drummer.yaml',
      'name: drummer\nlabel: drummer\nabout: Drums.\nsystem: Drum.\n',
    );
    await write('ours/scorers/shouts.js', SHOUTS);
    await write('ours/commands/greet.js', GREET);
    const { app, ready } = await start();
    await ready();
    expect((await app.probes.get('shouting'))?.scores[0]?.by).toBe('shouts');
    expect(await app.personas.names()).toContain('drummer');
    expect(app.commands.get('greet')?.about).toBe('Say hello');
    expect((await app.planner()).scorers.has('shouts')).toBe(true);
  });

  test('cost nothing where there are none: the configuration is not read for the commands', async () => {
    await write('dramatis.yaml', 'models: [nonsense]\n');
    const { names } = await findCommands({ DRAMATIS_HOME: home });
    expect(names).toContain('ask');
  });

  test('that are not there are named at the start', async () => {
    await write('dramatis.yaml', 'folders: [elsewhere]\n');
    const { ready } = await start();
    await expect(ready()).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringContaining(join(home, 'elsewhere')),
    });
  });
});
