import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOLDERS } from '../../bots/folders.ts';
import { openBot } from '../../bots/open.ts';
import type { OpenApp } from '../../core/app/open.ts';
import { drawText } from '../../core/charts/draw-text.ts';
import type { EstimatesPicture } from '../../core/charts/estimates/picture.ts';
import type { Picture } from '../../core/charts/picture.ts';
import type { Probe } from '../../core/domain/probe.ts';
import type { Snapshot } from '../../core/domain/run.ts';
import { beginRun } from '../../core/planning/request.ts';
import { loadPersonas, loadProbes } from '../../core/probes/load.ts';
import { loadScorers } from '../../core/scoring/load.ts';
import type { Block } from '../../core/views/view.ts';
import { ADA } from '../fixtures/app.ts';
import { messageOf } from '../fixtures/compared.ts';

const personas = await loadPersonas(FOLDERS.personas.pathname);
const shipped = await loadProbes(FOLDERS.probes.pathname, await loadScorers(), personas);

/** Enough for a test to be made of them, and few enough for all probes to be run in seconds. */
const ITEMS = 6;

const folder = await mkdtemp(join(tmpdir(), 'one-file-'));
let open: OpenApp;

beforeAll(async () => {
  for (const file of await readdir(FOLDERS.probes)) {
    if (file.endsWith('.yaml')) await copyFile(new URL(file, FOLDERS.probes), join(folder, file));
  }
  await writeFile(join(folder, 'small-hours.yaml'), ONE_FILE);
  open = await openBot({
    env: { DRAMATIS_STORE: 'memory:' },
    log: pino({ level: 'silent' }),
    folders: { probes: [pathToFileURL(`${folder}/`)], personas: [FOLDERS.personas] },
    castPace: 0,
  });
});

afterAll(async () => {
  await open.close();
  await rm(folder, { recursive: true });
});

async function finished(probe: Probe, samples = 1): Promise<Snapshot> {
  const asker = { who: ADA, channel: 'local:test' };
  const choices = { models: ['larch'], personas: ['assistant'], samples, seed: 7 };
  const plan = await beginRun(open.app, asker, probe, choices, { kind: 'probe' });
  for await (const snapshot of open.app.runs.follow(plan.runId)) {
    if (snapshot.state === 'done') return snapshot;
  }
  throw new Error(`${probe.name} ended without being done`);
}

/** What the message of a finished run holds: its sentence, its picture and its tables. */
function shown(snapshot: Snapshot) {
  const { blocks } = messageOf(snapshot).view;
  const of = <K extends Block['kind']>(kind: K) =>
    blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
  return {
    sentence: of('text')[0]?.text ?? '',
    pictures: of('picture').map(({ picture }) => picture),
    tables: of('table'),
  };
}

describe('a run on the cast', () => {
  it.each([...shipped.values()])(
    'of $name ends with a sentence, a picture and a table',
    async (probe) => {
      const small = { ...probe, items: fewer(probe) };
      const snapshot = await finished(small);
      const { sentence, pictures, tables } = shown(snapshot);
      expect(sentence).toMatch(/^\p{L}.+\.$/su);
      expect(pictures).toHaveLength(1);
      const [picture] = pictures;
      if (picture)
        expect(drawText(picture, { width: 80, colour: false }).split('\n').length).toBeGreaterThan(
          2,
        );
      if (picture && isEstimates(picture)) {
        // A baseline of one group says nothing of the rows of another.
        expect(picture.rows.filter(({ reference }) => reference).length).toBeLessThanOrEqual(1);
      }
      expect(tables.length).toBeGreaterThan(0);
      for (const { header, rows } of tables) {
        expect(rows.length).toBeGreaterThan(0);
        for (const { cells } of rows) expect(cells).toHaveLength(header.length);
      }
      const failed = snapshot.trials.filter(({ outcome }) => outcome === 'failed');
      expect(failed.flatMap(({ replies }) => replies.map(({ reason }) => reason))).toEqual([]);
      const unread = snapshot.judgements.filter(({ result }) => result.status === 'unparseable');
      expect(unread.length).toBeLessThanOrEqual(1 + 0.06 * snapshot.judgements.length);
    },
  );
});

const isEstimates = (picture: Picture): picture is EstimatesPicture => picture.kind === 'estimates';

/** As many units as a test takes; what counts as one with others stays together. */
function fewer({ items }: Probe): Probe['items'] {
  const units = [...new Set(items.map(({ id, unit }) => unit ?? id))].slice(0, ITEMS);
  return items.filter(({ id, unit }) => units.includes(unit ?? id));
}

/** The hour is told to the cast's pirate, who swears; the assistant does not. */
const ONE_FILE = `
name: small-hours
version: 1
title: does a pirate's night make it swear?
about: One file that nobody mentions anywhere else.
source:
  - label: our own
samples: 2
conditions:
  - { id: none, label: no frame }
  - { id: night, label: a pirate at night, persona: pirate }
baseline: none
items:
${['rain', 'friends', 'bread', 'maps', 'ships', 'stars', 'salt', 'rope']
  .map((topic) => `  - { id: ${topic}, ask: What is worth knowing about ${topic}? }`)
  .join('\n')}
scores:
  - { id: arr, by: pattern, pattern: '\\barr\\b|matey|my ship|seven seas' }
measures:
  - id: swears
    label: speaks like a pirate
    kind: share
    when:
      - { score: arr, is: [1] }
psm:
  predicts: The pirate does so and the assistant does not.
  against: Both do, or neither.
  directions:
    - { measure: swears, under: night, than: none, direction: more }
`;

describe('a probe that is one new file', () => {
  it('is found, completed, run, compared with what it predicts, and shown', async () => {
    const probe = await open.app.probes.get('small-hours');
    if (!probe) throw new Error('the file was not found');
    const { sentence, pictures, tables } = shown(await finished(probe, 2));
    expect(sentence).toMatch(/under “a pirate at night”, speaks like a pirate: \d+ % against 0 %/);
    expect(sentence).toContain('as PSM predicts');
    expect(pictures[0]).toMatchObject({ kind: 'estimates', rows: [{}, {}] });
    expect(tables).toHaveLength(2);
  });
});
