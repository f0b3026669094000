import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CHARACTERS } from '../../cast/characters.ts';
import { loadFolder, patterns } from '../../cast/load.ts';
import { MODELS } from '../../cast/models.ts';
import { UserError } from '../../core/domain/user-error.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cast-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a file of the cast that is wrong', () => {
  it.each([
    ['no YAML', 'a: [', /no-YAML\.yaml/],
    ['a wrong field', 'rate: 2\nwhen: [x]', /rate/],
    ['no regular expression', 'rate: 1\nwhen: ["("]', /when/],
  ])('%s: its path and the reason are told', async (what, content, said) => {
    const file = join(folder, `${what.replaceAll(' ', '-')}.yaml`);
    await writeFile(file, content);
    const schema = z.strictObject({ rate: z.number().max(1), when: patterns });
    const load = () => loadFolder(folder, schema);
    try {
      expect(load).toThrow(UserError);
      expect(load).toThrow(said);
    } finally {
      await rm(file);
    }
  });
});

describe('the cast', () => {
  it('has characters enough, each with all that it may be asked for', () => {
    expect(CHARACTERS.size).toBeGreaterThanOrEqual(16);
    for (const { lines } of CHARACTERS.values()) {
      for (const needed of [
        'opener',
        'claim',
        'elaboration',
        'closer',
        'signature',
        'identity',
        'word',
        'goal',
      ]) {
        expect(lines[needed]?.length).toBeGreaterThan(1);
      }
    }
  });

  it('has priors that sum to one and are told in the right order', () => {
    for (const { prior } of MODELS.values()) {
      const sum = Object.values(prior).reduce((total, share) => total + share, 0);
      expect(sum).toBeCloseTo(1, 12);
    }
    const share = (model: string, name: string) => MODELS.get(model)?.prior[name] ?? Number.NaN;
    expect(share('larch', 'assistant')).toBeGreaterThan(0.9);
    expect(share('rowan', 'assistant')).toBe(share('rowan', 'pirate'));
    expect(share('bramble', 'careless')).toBeGreaterThan(0.3);
  });

  it('names only characters that there are', () => {
    for (const { prior } of MODELS.values()) {
      expect(Object.keys(prior).every((name) => CHARACTERS.has(name))).toBe(true);
    }
  });
});
