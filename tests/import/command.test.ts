import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDispatcher } from '../../bots/dispatcher.ts';
import { offered } from '../../core/command-line/offered.ts';
import { parseLine } from '../../core/command-line/parse.ts';
import type { Persona } from '../../core/domain/probe.ts';
import { asUserError } from '../../core/domain/user-error.ts';
import { imports } from '../../core/import/imports.ts';
import { besideFile } from '../../core/import/sibling-files.ts';
import { mapCatalogue } from '../../core/probes/catalogue.ts';
import { loadPersonas, loadProbes } from '../../core/probes/load.ts';
import { summaryOf } from '../../core/probes/summary.ts';
import { loadScorers } from '../../core/scoring/load.ts';
import { errorMessage } from '../../core/views/error-message.ts';
import { ADA, testApp } from '../fixtures/app.ts';
import { fakePlatform } from '../fixtures/platform.ts';
import { typist } from '../fixtures/typist.ts';

const scorers = await loadScorers();
const QUESTIONS = '- id: rain\n  paraphrases: [Do you like rain?]\n  mine: 1\n';
const CARD = JSON.stringify({
  spec: 'chara_card_v2',
  data: { name: 'Wenna', description: 'Mends.' },
});

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  await Promise.all([
    writeFile(join(folder, 'weather.yml'), QUESTIONS),
    writeFile(join(folder, 'card.json'), CARD),
    mkdir(join(folder, 'probes')),
  ]);
});
afterEach(() => rm(folder, { recursive: true }));

/** Lines typed into a terminal. */
async function atTerminal() {
  const { app } = await testApp({ says: () => 'yes', folder: join(folder, 'probes') });
  const context = { app, who: ADA, channel: 'terminal:here' };
  const type = async (line: string): Promise<string> => {
    try {
      const { command, values } = parseLine(line, app.commands);
      const reply = await command.run(values, context);
      return JSON.stringify(reply.to === 'asker' && reply.message.view.blocks);
    } catch (error) {
      return JSON.stringify(errorMessage(asUserError(error)).view.blocks);
    }
  };
  return { app, type };
}

/** A dispatcher with the line typed into it, in a chat or in the browser on the machine. */
async function typing(where: 'fake:w1' | 'local') {
  const { app, store } = await testApp({ says: () => 'yes', folder: join(folder, 'probes') });
  const dispatcher = createDispatcher(app, store);
  const { platform } = fakePlatform({ id: where });
  const typed = typist(dispatcher, platform);
  const type = async (line: string): Promise<string> => {
    const reply = await typed(line);
    return JSON.stringify(reply ? [reply.view.blocks] : []);
  };
  return { app, dispatcher, platform, type };
}

describe('import in the terminal', () => {
  it('writes a probe that loads, says what was left out, and names the next line', async () => {
    const { app, type } = await atTerminal();
    const told = await type(`import ${join(folder, 'weather.yml')}`);
    expect(told).toContain('probes/weather.yaml was written');
    expect(told).toContain('`mine`');
    expect(told).toContain('run weather');
    expect([...(await loadProbes(join(folder, 'probes'), scorers)).keys()]).toEqual(['weather']);
    expect(await app.probes.get('weather')).toBeDefined();
  });

  it('writes a persona for a card', async () => {
    const { app, type } = await atTerminal();
    const told = await type(`import ${join(folder, 'card.json')} --name wenna-again`);
    expect(told).toContain('probes/personas/wenna-again.yaml was written');
    expect(told).toContain('--personas assistant,wenna-again');
    expect([...(await loadPersonas(join(folder, 'probes', 'personas'))).keys()]).toEqual([
      'wenna-again',
    ]);
    expect((await app.personas.get('wenna-again'))?.system).toContain('You are Wenna.');
  });

  it('overwrites nothing unless told to', async () => {
    const { type } = await atTerminal();
    const line = `import ${join(folder, 'weather.yml')}`;
    await type(line);
    const written = join(folder, 'probes', 'weather.yaml');
    await writeFile(written, 'mine');
    expect(await type(line)).toContain('--replace');
    expect(await readFile(written, 'utf8')).toBe('mine');
    expect(await type(`${line} --replace`)).toContain('was written');
    expect(await readFile(written, 'utf8')).toContain('Do you like rain?');
  });

  it('shows and writes nothing on a dry run', async () => {
    const { app, type } = await atTerminal();
    const told = await type(`import ${join(folder, 'weather.yml')} --dry-run`);
    expect(told).toContain('Nothing was written');
    expect(told).toContain('Do you like rain?');
    expect((await loadProbes(join(folder, 'probes'), scorers)).size).toBe(0);
    expect(await app.probes.names()).not.toContain('weather');
  });

  it.each([
    ['nowhere.yaml', 'cannot be read'],
    ['probes', 'is not a file'],
    ['weather.yml --as card', 'not of the format card'],
    ['weather.yml --name "Over There"', 'Use lower-case letters'],
    ['weather.yml --as word', '--as takes'],
  ])('%s is refused in words', async (rest, says) => {
    const { type } = await atTerminal();
    expect(
      await type(
        `import ${join(folder, rest.split(' ')[0] ?? '')} ${rest.split(' ').slice(1).join(' ')}`,
      ),
    ).toContain(says);
  });
});

describe.each(['fake:w1', 'local'] as const)('import in %s', (where) => {
  it('is refused, whatever the file', async () => {
    const { app, type } = await typing(where);
    const told = await type(`import ${join(folder, 'weather.yml')}`);
    expect(told).toContain('works in the terminal alone');
    expect(await app.probes.names()).not.toContain('weather');
  });

  it('is not offered', async () => {
    const { app, dispatcher, platform, type } = await typing(where);
    expect(offered(app.commands, false).has('import')).toBe(false);
    expect(await type('help')).not.toContain('"import"');
    const from = { who: ADA, channel: 'c1', platform };
    expect(await dispatcher.complete('help', 'command', 'imp', from)).toEqual([]);
    expect(await (await atTerminal()).type('help')).toContain('"import"');
  });
});

describe('the imports of a configuration', () => {
  const opened = () => {
    const kept = new Map();
    const files = {
      probes: mapCatalogue(kept, summaryOf),
      personas: mapCatalogue<Persona, Persona>(new Map(), (persona) => persona),
    };
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
    const config = join(folder, 'dramatis.yaml');
    const folders = { probes: folder, personas: folder };
    const all = imports({ folders, files, scorers: async () => scorers, config, log });
    return { kept, lines, all, probes: all.probes, personas: all.personas };
  };

  it('are known at once, count from the configuration’s folder, and log their warnings', async () => {
    const { all, probes, personas, lines } = opened();
    await all.apply(['weather.yml', './card.json']);
    expect(await probes.names()).toEqual(['weather']);
    expect(await personas.names()).toEqual(['wenna']);
    expect(lines.join()).toContain('`mine`');
  });

  it('are forgotten when the configuration names them no more', async () => {
    const { all, probes, personas } = opened();
    await all.apply(['weather.yml', 'card.json']);
    await all.apply(['weather.yml']);
    expect([await probes.names(), await personas.names()]).toEqual([['weather'], []]);
  });

  it('stay as they were where a file is wrong or a name is taken', async () => {
    const { all, probes, kept } = opened();
    await all.apply(['weather.yml']);
    await expect(all.apply(['card.json', 'nowhere.yaml'])).rejects.toThrow('cannot be read');
    await expect(all.apply(['weather.yml', 'weather.yml'])).rejects.toThrow('already');
    expect(await probes.names()).toEqual(['weather']);
    kept.set('own', await probes.get('weather'));
    await writeFile(join(folder, 'own.yaml'), QUESTIONS);
    await expect(all.apply(['own.yaml'])).rejects.toThrow('already');
  });
});

describe('the files beside an imported one', () => {
  it('are read in its own folder and below, and nowhere else', async () => {
    await mkdir(join(folder, 'prompts'));
    await Promise.all([
      writeFile(join(folder, 'prompts', 'one.txt'), 'one'),
      writeFile(join(folder, '.env.txt'), 'secret'),
      writeFile(join(folder, 'key.pem'), 'secret'),
    ]);
    await symlink(import.meta.filename, join(folder, 'prompts', 'outside.txt'));
    const beside = besideFile(join(folder, 'probes', 'config.yaml'));
    const above = besideFile(join(folder, 'config.yaml'));
    expect(above('prompts/one.txt')).toBe('one');
    expect(above('./prompts/../prompts/one.txt')).toBe('one');
    for (const path of [
      'prompts/outside.txt',
      '.env.txt',
      'key.pem',
      '../x.txt',
      '/etc/passwd',
      'none.txt',
      'prompts',
    ]) {
      expect(above(path)).toBeUndefined();
    }
    expect(beside('../prompts/one.txt')).toBeUndefined();
  });
});
