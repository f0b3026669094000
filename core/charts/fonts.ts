import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

type Range = readonly [first: number, last: number];

/** A file of a font, and the code points that it is there for. */
export interface FontFile {
  readonly family: string;
  readonly path: string;
  readonly ranges: readonly Range[];
}

interface Family {
  readonly name: string;
  /** A package's list of slices with their ranges (`unicode.json`), or one file. */
  readonly from: string;
  /** Ranges that it is asked for. Packages also state those of other scripts, for which another is better. */
  readonly blocks: readonly Range[];
}

const require = createRequire(import.meta.url);

/** In the order in which they are asked for a letter: the first that has it draws it. */
const FAMILIES: readonly Family[] = [
  {
    name: 'Noto Sans',
    from: require.resolve('@fontsource-variable/noto-sans/unicode.json'),
    blocks: [
      [0x20, 0x2fff],
      [0xa640, 0xa8ff],
      [0xab30, 0xab6f],
      [0xfffd, 0xfffd],
    ],
  },
  {
    name: 'Noto Sans Arabic',
    from: require.resolve('@fontsource-variable/noto-sans-arabic/unicode.json'),
    blocks: [
      [0x600, 0x77f],
      [0x870, 0x8ff],
      [0xfb50, 0xfdff],
      [0xfe70, 0xfefe],
    ],
  },
  {
    name: 'Noto Sans Hebrew',
    from: require.resolve('@fontsource-variable/noto-sans-hebrew/unicode.json'),
    blocks: [
      [0x590, 0x5ff],
      [0xfb1d, 0xfb4f],
    ],
  },
  {
    name: 'Noto Sans Thai',
    from: require.resolve('@fontsource-variable/noto-sans-thai/unicode.json'),
    blocks: [[0xe00, 0xe7f]],
  },
  {
    name: 'Twemoji',
    from: require.resolve('twemoji-colr-font/twemoji.woff2'),
    blocks: [
      [0x23, 0x39],
      [0xa9, 0xae],
      [0x200d, 0x200d],
      [0x203c, 0x3299],
      [0xfe0f, 0xfe0f],
      [0x1f000, 0x1faff],
      [0xe0020, 0xe007f],
    ],
  },
  {
    name: 'Noto Sans Symbols 2',
    from: require.resolve('@fontsource/noto-sans-symbols-2/unicode.json'),
    blocks: [
      [0x2190, 0x2bff],
      [0x1f000, 0x1fbff],
    ],
  },
  {
    name: 'Noto Sans Math',
    from: require.resolve('@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2'),
    blocks: [
      [0x2100, 0x23ff],
      [0x25a0, 0x25ff],
      [0x27c0, 0x2bff],
      [0x1d400, 0x1d7ff],
    ],
  },
  {
    name: 'Noto Sans SC',
    from: require.resolve('@fontsource-variable/noto-sans-sc/unicode.json'),
    blocks: [
      [0x2010, 0x2bff],
      [0x2e80, 0x312f],
      [0x3190, 0xa4cf],
      [0xf900, 0xfaff],
      [0xfe30, 0xfe4f],
      [0xff00, 0xffef],
      [0x1f200, 0x1f2ff],
      [0x20000, 0x3ffff],
    ],
  },
  {
    name: 'Noto Sans KR',
    from: require.resolve('@fontsource-variable/noto-sans-kr/unicode.json'),
    blocks: [
      [0x1100, 0x11ff],
      [0x3130, 0x318f],
      [0xa960, 0xa97f],
      [0xac00, 0xd7ff],
    ],
  },
];

export const FAMILY_NAMES: readonly string[] = FAMILIES.map(({ name }) => name);

let known: readonly FontFile[] | undefined;

/** The files that a text needs. Fonts come in many slices, and most texts need two or three. */
export function filesFor(text: string): readonly FontFile[] {
  known ??= FAMILIES.flatMap(filesOf);
  const points = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0);
  return known.filter(({ ranges }) =>
    ranges.some(([first, last]) => points.some((point) => point >= first && point <= last)),
  );
}

function filesOf({ name, from, blocks }: Family): readonly FontFile[] {
  if (!from.endsWith('.json')) return [{ family: name, path: from, ranges: blocks }];
  const folder = dirname(from);
  const id = folder.split(/[\\/]/).at(-1) ?? '';
  const axis = folder.includes('-variable') ? 'wght' : '400';
  const slices: Record<string, string> = JSON.parse(readFileSync(from, 'utf8'));
  return Object.entries(slices)
    .map(([slice, ranges]) => ({
      family: name,
      path: join(folder, 'files', `${id}-${slice.replaceAll(/[[\]]/g, '')}-${axis}-normal.woff2`),
      ranges: intersect(ranges.split(',').map(range), blocks),
    }))
    .filter(({ ranges }) => ranges.length > 0);
}

/** `U+0370-0377` or `U+00a9`. */
function range(text: string): Range {
  const [first = '', last = first] = text.trim().slice(2).split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

function intersect(some: readonly Range[], others: readonly Range[]): readonly Range[] {
  return some.flatMap(([a, b]) =>
    others
      .map(([c, d]): Range => [Math.max(a, c), Math.min(b, d)])
      .filter(([first, last]) => first <= last),
  );
}
