import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPersonas, loadProbes } from '../../core/probes/load.ts';
import { ARCHETYPES } from '../../core/scoring/judge/archetypes.ts';
import { analoguesText, probeNotes, probesTable } from '../../docs/generated/probes.ts';
import { load, scorers } from './folder.ts';

const root = join(import.meta.dirname, '..', '..');
/** Columns of a table may be padded. */
const page = async (name: string) =>
  (await readFile(join(root, 'docs', name), 'utf8')).replace(/ {2,}\|/g, ' |');
const [library, writing, judging] = await Promise.all(
  ['probes.md', 'writing-probes.md', 'judging.md'].map(page),
);
const personas = await loadPersonas(join(root, 'probes', 'personas'));
const shipped = await loadProbes(join(root, 'probes'), scorers, personas);

describe('docs/writing-probes.md', () => {
  it('shows a whole probe that loads', async () => {
    const [, example = ''] = /```yaml\n(name: small-hours\n.*?)```/s.exec(writing ?? '') ?? [];
    expect([...(await load({ 'small-hours.yaml': example })).keys()]).toEqual(['small-hours']);
  });
});

describe('docs/judging.md', () => {
  it.each(ARCHETYPES)('names the archetype $name', ({ name }) => {
    expect(judging).toContain(`\`${name}\``);
  });
});

describe('what the docs generate of a probe that was dropped into the folder', () => {
  const [, example = ''] = /```yaml\n(name: small-hours\n.*?)```/s.exec(writing ?? '') ?? [];

  it('is a row with its figures, and a heading with what it asks', async () => {
    const [probe = expect.fail('no probe')] = (
      await load({ 'small-hours.yaml': example })
    ).values();
    const [, , row = ''] = probesTable([probe], scorers).split('\n');
    expect(row).toContain(`| \`small-hours\` | ${probe.title} |`);
    expect(row).toContain(`| ${probe.items.length} × ${probe.samples} |`);
    expect(probeNotes([probe])).toBe(`### small-hours\n\n${probe.about.trim()}`);
    expect(probeNotes([{ ...probe, notes: 'Read it *so*.\n' }])).toContain('\n\nRead it *so*.');
  });

  it('says of each whether it needs a judge, and which are analogues', () => {
    const rows = probesTable([...shipped.values()], scorers)
      .split('\n')
      .slice(2);
    const judged = rows.filter((row) => row.endsWith('| yes |')).length;
    expect(judged).toBeGreaterThan(10);
    expect(rows.filter((row) => row.endsWith('| no |'))).toHaveLength(shipped.size - judged);
    const analogues = [...shipped.values()].filter(({ analogue }) => analogue);
    for (const { name } of analogues) {
      expect(analoguesText([...shipped.values()])).toContain(`\`${name}\``);
    }
  });
});

describe('the pages on probes', () => {
  it('link to headings that are there', async () => {
    for (const text of [library, writing, judging]) {
      for (const [, name = '', anchor] of text?.matchAll(/\]\(([\w-]+\.md)?(?:#([\w-]+))?\)/g) ??
        []) {
        if (anchor === undefined) continue;
        const target = name === '' ? text : await page(name);
        expect(headings(target ?? ''), `${name}#${anchor}`).toContain(anchor);
      }
    }
  });
});

/** The anchors that a renderer makes of a page's headings. */
function headings(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
}
