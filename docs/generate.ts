import { readFile, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { SECTIONS } from './generated/sections.ts';

// `npm run docs` writes the tables that follow from the code into the pages; with `--check` it says which are stale.

const ROOT = new URL('../', import.meta.url);
const PAGES = [
  'README.md',
  'docs/commands.md',
  'docs/configuration.md',
  'docs/probes.md',
  'docs/writing-probes.md',
];
const SECTION = /<!-- generated: ([a-z-]+) -->\n[\s\S]*?<!-- end generated -->/g;

const isCheck = process.argv.includes('--check');
const stale: string[] = [];
const used: string[] = [];
for (const page of PAGES) {
  const file = new URL(page, ROOT);
  const before = await readFile(file, 'utf8');
  const after = before.replace(SECTION, (_, name: string) => {
    const section = SECTIONS.get(name);
    if (section === undefined) throw new Error(`${page}: there is no section called “${name}”`);
    used.push(name);
    return `<!-- generated: ${name} -->\n${section}\n<!-- end generated -->`;
  });
  if (after === before) continue;
  stale.push(page);
  if (!isCheck) await writeFile(file, after);
}
if (!isDeepStrictEqual([...new Set(used)].toSorted(), [...SECTIONS.keys()].toSorted())) {
  throw new Error(
    `these sections stand in no page: ${[...SECTIONS.keys()].filter((name) => !used.includes(name)).join(', ')}`,
  );
}
if (isCheck && stale.length > 0) {
  process.stderr.write(`Stale: ${stale.join(', ')}. Write them anew with: npm run docs\n`);
  process.exitCode = 1;
} else
  process.stdout.write(
    stale.length > 0 ? `Written: ${stale.join(', ')}\n` : 'The docs are up to date.\n',
  );
