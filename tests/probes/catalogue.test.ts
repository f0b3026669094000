import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileCatalogue } from '../../core/probes/file-catalogue.ts';
import { listIndex, noIndex } from '../../core/probes/list-index.ts';

let folder = '';
let read: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
  read = [];
  await write('one', 'first');
  await write('two', 'second');
});
afterEach(() => rm(folder, { recursive: true }));

const pathOf = (name: string) => join(folder, `${name}.yaml`);
const write = (name: string, text: string) => writeFile(pathOf(name), text);
const indexPath = () => join(folder, 'kept', 'lists.index');

/** A process's catalogue of the folder; its summaries are in capitals. */
function open(version = '1.0.0') {
  return fileCatalogue({
    folders: () => [folder],
    read: async (path, text) => {
      read.push(path);
      return text;
    },
    summarise: (text) => text.toUpperCase(),
    index: listIndex<string>(indexPath(), version),
  });
}

describe('a catalogue of files', () => {
  it('knows names without reading a file', async () => {
    expect(await open().names()).toEqual(['one', 'two']);
    expect(read).toEqual([]);
  });

  it('reads the one that is asked for, once, and again when it has changed', async () => {
    const catalogue = open();
    expect(await catalogue.get('two')).toBe('second');
    await catalogue.get('two');
    expect(read).toEqual([pathOf('two')]);
    await write('two', 'second, edited');
    expect(await catalogue.get('two')).toBe('second, edited');
    expect(await catalogue.get('three')).toBeUndefined();
  });

  it('finds what is added and misses what is taken away', async () => {
    const catalogue = open();
    await catalogue.list();
    await write('three', 'third');
    await rm(pathOf('one'));
    expect(await catalogue.list()).toEqual(['THIRD', 'SECOND']);
  });

  it('says which two files have one name', async () => {
    const both = fileCatalogue({
      folders: () => [folder, folder],
      read: async () => '',
      summarise: String,
      index: noIndex<string>(),
    });
    await expect(both.names()).rejects.toThrow('have the same name');
  });
});

describe('the index of a list', () => {
  it('lets the next process read nothing', async () => {
    expect(await open().list()).toEqual(['FIRST', 'SECOND']);
    read = [];
    expect(await open().list()).toEqual(['FIRST', 'SECOND']);
    expect(read).toEqual([]);
  });

  it('never wins over a file that has changed, even one of the same size and time', async () => {
    await open().list();
    const { atime, mtime } = await stat(pathOf('one'));
    await write('one', 'FIRST'.toLowerCase().replace('first', 'thirs'));
    await utimes(pathOf('one'), atime, mtime);
    read = [];
    expect(await open().list()).toEqual(['THIRS', 'SECOND']);
    expect(read).toEqual([pathOf('one')]);
  });

  it.each([
    ['edited by hand', (text: string) => text.replace('FIRST', 'LIE')],
    ['cut short', (text: string) => text.slice(0, -20)],
    ['emptied', () => ''],
    ['no index at all', () => 'null\n{}'],
  ])('is not believed where it was %s', async (_, spoil) => {
    await open().list();
    await writeFile(indexPath(), spoil(await readFile(indexPath(), 'utf8')));
    read = [];
    expect(await open().list()).toEqual(['FIRST', 'SECOND']);
    expect(read).toHaveLength(2);
  });

  it('is not believed where another version wrote it', async () => {
    await open('1.0.0').list();
    read = [];
    await open('1.0.1').list();
    expect(read).toHaveLength(2);
  });

  it('is done without where it cannot be written', async () => {
    await writeFile(join(folder, 'kept'), 'a file where the folder would be');
    expect(await open().list()).toEqual(['FIRST', 'SECOND']);
  });
});
