/**
 * Makes `ngrams.bin.gz` from the n-grams of eld (https://github.com/nitotm/efficient-language-detector-js,
 * Apache License 2.0), whose own form takes 9 MB on disk and 150 MB of memory.
 *
 *     npm run ngrams
 */
import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { LANGUAGES } from './codes.ts';
import { FILE } from './ngrams.ts';

const source = new URL('../', import.meta.resolve('eld/small'));
const { ngramsData } = await import(new URL('ngrams/small.js', source).href);
const { dictionary } = await import(new URL('dictionary.js', source).href);

/** The byte that a letter of the dictionary stands for. */
const bytes = new Map<string, number>(
  dictionary.map((letter: string, byte: number) => [letter, byte]),
);
bytes.set(' ', 0x20);

const entries = Object.entries<Record<string, number>>(ngramsData.ngrams)
  .map(([ngram, scores]) => ({
    key: [...ngram].reduce((key, letter) => key * 256 + (bytes.get(letter) ?? Number.NaN), 0),
    scores: Object.entries(scores).map(([language, score]) => ({
      language: LANGUAGES.indexOf(ngramsData.languages[language]),
      score,
    })),
  }))
  .toSorted((a, b) => a.key - b.key);

const keys = Buffer.alloc(entries.length * 8);
for (const [index, { key }] of entries.entries()) keys.writeDoubleLE(key, index * 8);
const counts = Buffer.from(entries.map(({ scores }) => scores.length));
const scores = entries.flatMap((entry) => entry.scores);
const count = Buffer.alloc(4);
count.writeUInt32LE(entries.length);
await writeFile(
  FILE,
  gzipSync(
    Buffer.concat([
      ...[count, keys, counts],
      Buffer.from(scores.map(({ language }) => language)),
      Buffer.from(scores.map(({ score }) => score)),
    ]),
    { level: 9 },
  ),
);
