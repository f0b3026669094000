import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../core/domain/user-error.ts';
import { openStore } from '../../core/store/open.ts';
import type { Shelf } from '../../core/store/store.ts';
import { type RecordKind, versionedShelf } from '../../core/store/versioned.ts';

interface Note {
  readonly text: string;
  readonly stars: number;
}

/** Version 1 had only a text, called `note`; version 2 called it `text`; version 3 counts stars. */
const NOTE: RecordKind<Note> = {
  name: 'note',
  version: 3,
  schema: z.strictObject({ text: z.string(), stars: z.int() }),
  versionOfUnmarked: (note) => ('note' in note ? 1 : 2),
  migrations: {
    1: ({ note, ...rest }) => ({ ...rest, text: note }),
    2: (note) => ({ ...note, stars: 0 }),
  },
};

let raw: Shelf;
const notes = () => versionedShelf(raw, NOTE);

beforeEach(async () => {
  const store = await openStore('memory:');
  raw = store.namespace('notes');
});

describe('a versioned shelf', () => {
  test('marks what it writes with the version, and hands it back without', async () => {
    await notes().set('a', { text: 'hello', stars: 2 });
    expect(await raw.get('a')).toEqual({ text: 'hello', stars: 2, schemaVersion: 3 });
    expect(await notes().get('a')).toEqual({ text: 'hello', stars: 2 });
  });

  test.each([
    ['the first version, unmarked', { note: 'old' }],
    ['the second version, unmarked', { text: 'old' }],
    ['the second version, marked', { text: 'old', schemaVersion: 2 }],
  ])('brings %s up to date', async (_, stored) => {
    await raw.set('a', stored);
    expect(await notes().get('a')).toEqual({ text: 'old', stars: 0 });
    // Reading changes nothing: an older program may share the store.
    expect(await raw.get('a')).toEqual(stored);
  });

  test('says that a record is from a newer program, and what to do', async () => {
    await raw.set('a', { text: 'x', stars: 1, colour: 'red', schemaVersion: 4 });
    await expect(notes().get('a')).rejects.toMatchObject({
      name: 'UserError',
      code: 'unavailable',
      message: expect.stringMatching(/note a was written by a newer Dramatis.*4.*up to 3/),
      hint: expect.stringContaining('Update'),
    });
  });

  test.each([
    ['a field of another type', { text: 3, stars: 1, schemaVersion: 3 }, 'text'],
    ['a list', ['x'], 'no record'],
    ['a version that is none', { text: 'x', stars: 1, schemaVersion: 'new' }, 'version'],
    ['a version below the first', { text: 'x', stars: 1, schemaVersion: 0 }, 'version'],
  ])('refuses %s as damaged, and says where', async (_, stored, where) => {
    await raw.set('a', stored);
    await expect(notes().get('a')).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining(where),
    });
  });

  test('reads the others where one is damaged', async () => {
    await notes().set('a', { text: 'fine', stars: 1 });
    await raw.set('b', { text: 3 });
    const [a, b, c] = await notes().readMany(['a', 'b', 'c']);
    expect(a).toEqual({ text: 'fine', stars: 1 });
    expect(b).toBeInstanceOf(UserError);
    expect(c).toBeUndefined();
    await expect(notes().getMany(['a', 'b'])).rejects.toThrow('damaged');
  });

  test('shows no control characters of a key', async () => {
    await raw.set('a\u001b[2J', 'x');
    await expect(notes().get('a\u001b[2J')).rejects.toThrow(/note a\?\?2J is damaged/);
  });
});
