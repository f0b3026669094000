import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { packageFile } from '../../files/package-files.ts';

/** Made by `make-ngrams.ts`. */
export const FILE = packageFile('core/scoring/language/ngrams.bin.gz');

/** The weight of each n-gram for each language. An n-gram is its bytes as one number. */
export interface Ngrams {
  /** Adds to each language's score, by its place in the list of languages. */
  addTo(scores: Float64Array, ngram: number): void;
}

/** The amount by which every score is less in the file than it is. */
const BASE = 53;

let loaded: Promise<Ngrams> | undefined;

/** Read with the first text, and kept: about 2 MB. */
export function loadNgrams(): Promise<Ngrams> {
  loaded ??= read();
  return loaded;
}

async function read(): Promise<Ngrams> {
  const bytes = await promisify(gunzip)(await readFile(FILE));
  const count = bytes.readUInt32LE(0);
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index++) keys[index] = bytes.readDoubleLE(4 + 8 * index);
  const counts = bytes.subarray(4 + 8 * count, 4 + 9 * count);
  const starts = new Uint32Array(count + 1);
  for (let index = 0; index < count; index++) {
    starts[index + 1] = (starts[index] ?? 0) + (counts[index] ?? 0);
  }
  const total = starts[count] ?? 0;
  const languages = Uint8Array.from(bytes.subarray(4 + 9 * count, 4 + 9 * count + total));
  const values = Uint8Array.from(bytes.subarray(4 + 9 * count + total));
  return {
    addTo: (scores, ngram) => {
      const at = indexOf(keys, ngram);
      if (at === undefined) return;
      for (let entry = starts[at] ?? 0; entry < (starts[at + 1] ?? 0); entry++) {
        const language = languages[entry] ?? 0;
        scores[language] = (scores[language] ?? 0) + (values[entry] ?? 0) + BASE;
      }
    },
  };
}

/** Index of a number among sorted ones. */
function indexOf(sorted: Float64Array, wanted: number): number | undefined {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? Number.NaN;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
