import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppOptions, type OpenApp, openApp } from '../../core/app/open.ts';
import type { Model } from '../../core/domain/model.ts';
import { good } from '../probes/folder.ts';

let folder = '';
let opened: OpenApp[] = [];
/** How often the cast was started, and how often it was closed. */
let cast = { started: 0, closed: 0 };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'app-'));
  opened = [];
  cast = { started: 0, closed: 0 };
  await mkdir(join(folder, 'personas'));
  await mkdir(join(folder, 'home'));
  await write('personas/assistant.yaml', 'name: assistant\nlabel: assistant\nabout: No frame.\n');
  await write('good.yaml', good);
});
afterEach(async () => {
  for (const one of opened) await one.close();
  await rm(folder, { recursive: true });
});

const write = (file: string, text: string) => writeFile(join(folder, file), text);

async function open(options: Partial<AppOptions> = {}): Promise<OpenApp> {
  const app = await openApp({
    env: { DRAMATIS_CONFIG: join(folder, 'home', 'dramatis.yaml'), DRAMATIS_STORE: 'memory:' },
    log: pino({ level: 'silent' }),
    folders: {
      probes: [pathToFileURL(`${folder}/`)],
      personas: [pathToFileURL(`${folder}/personas/`)],
    },
    commands: new Map(),
    startCast: async () => {
      cast.started += 1;
      const close = async () => {
        cast.closed += 1;
      };
      return { url: 'http://127.0.0.1:1/v1', close };
    },
    ...options,
  });
  opened.push(app);
  return app;
}

const configured = (text = '{}') => write('home/dramatis.yaml', text);

describe('an app that was just opened', () => {
  it('refuses a configuration that is wrong', async () => {
    await configured('modles: []');
    await expect(open()).rejects.toThrow('modles');
  });

  it('opens no store before something is read from it', async () => {
    await configured();
    const env = { DRAMATIS_CONFIG: join(folder, 'home', 'dramatis.yaml') };
    const store = `sqlite:${join(folder, 'personas', 'assistant.yaml', 'no.db')}`;
    const { app } = await open({ env: { ...env, DRAMATIS_STORE: store } });
    expect(await app.probes.names()).toEqual(['good']);
    await expect(app.runs.recent({ limit: 1 })).rejects.toThrow('store');
  });

  it('starts the cast for the first call to one of its models, once, and closes it', async () => {
    await configured();
    const { app, close } = await open();
    await app.probes.list();
    await app.runs.recent({ limit: 1 });
    await app.planner(['larch']);
    expect(cast.started).toBe(0);
    const model = app.config().models.get('larch') as Model;
    const ask = { model, messages: [], parameters: {}, owner: 'o' } as never;
    await Promise.all([app.models.ask(ask), app.models.ask(ask)]);
    expect(cast.started).toBe(1);
    expect(app.config().providers.get('cast')?.baseUrl).toBe('http://127.0.0.1:1/v1');
    await close();
    expect(cast.closed).toBe(1);
  });
});

describe('the probes of an app', () => {
  it('are read one by one: a wrong file is the trouble of whoever asks for it', async () => {
    await configured();
    await write('wrong.yaml', 'name: wrong\n');
    const { app, ready } = await open();
    expect((await app.probes.get('good'))?.name).toBe('good');
    await expect(app.probes.get('wrong')).rejects.toThrow('wrong.yaml');
    await expect(app.probes.list()).rejects.toThrow('wrong.yaml');
    await expect(ready()).rejects.toThrow('wrong.yaml');
  });

  it('are those that stand in the folder, with no restart', async () => {
    await configured();
    const { app } = await open();
    expect(await app.probes.names()).toEqual(['good']);
    await write('better.yaml', good.replace('name: good', 'name: better'));
    expect((await app.probes.list()).map(({ name }) => name)).toEqual(['better', 'good']);
    expect((await app.probes.get('better'))?.name).toBe('better');
  });

  it('are those of the configuration’s imports, too', async () => {
    await write('home/foreign.yml', '- id: rain\n  paraphrases: [Do you like rain?]\n');
    await configured('imports: [foreign.yml]');
    const { app } = await open();
    expect(await app.probes.names()).toEqual(['good', 'foreign']);
    expect((await app.probes.get('foreign'))?.items).toHaveLength(1);
  });

  it('say what is wrong with an import to whoever looks for one', async () => {
    await configured('imports: [nowhere.yml]');
    const { app } = await open();
    expect((await app.probes.get('good'))?.name).toBe('good');
    await expect(app.probes.names()).rejects.toThrow('nowhere.yml');
  });
});
