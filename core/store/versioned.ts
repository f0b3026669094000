import type { z } from 'zod';
import { nextTurn, slices } from '../domain/slices.ts';
import { UserError } from '../domain/user-error.ts';
import type { Shelf } from './store.ts';

/** The field of a stored record that says which version of its schema it was written by. */
const VERSION = 'schemaVersion';

/** Records that are read before others have their turn: a few milliseconds of work. */
const SLICE = 50;

type Fields = Readonly<Record<string, unknown>>;

/** One kind of record: how its current version is checked, and how each older one becomes the next. */
export interface RecordKind<T extends object> {
  /** A noun, for messages. */
  readonly name: string;
  /** The version that is written, from 1. */
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** A record may have megabytes: each is parsed, and checked, in a turn of its own. */
  readonly large?: boolean;
  /** The version of a record from before versions were written; absent: 1. */
  readonly versionOfUnmarked?: (record: Fields) => number;
  /** By version: makes one of the next version of a record. There is one for each version before the current. */
  readonly migrations?: Readonly<Record<number, (record: Fields) => Fields>>;
}

/** Records of one kind by key, checked and brought up to date as they are read. */
export interface VersionedShelf<T extends object> {
  /** @throws UserError where the record is damaged, or newer than this program. */
  get(key: string): Promise<T | undefined>;
  /** As `get`, in the order of the keys. */
  getMany(keys: readonly string[]): Promise<readonly (T | undefined)[]>;
  /** As `getMany`; a record that cannot be read is an error in its place, so that the others are had. */
  readMany(keys: readonly string[]): Promise<readonly (T | UserError | undefined)[]>;
  set(key: string, record: T, ttlMs?: number): Promise<void>;
  delete(key: string): Promise<void>;
}

export function versionedShelf<T extends object>(
  shelf: Shelf,
  kind: RecordKind<T>,
): VersionedShelf<T> {
  const read = (key: string, record: unknown): T | UserError | undefined => {
    if (record === undefined) return undefined;
    try {
      return readRecord(kind, key, record);
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
  };
  const readMany = async (keys: readonly string[]) => {
    const records: (T | UserError | undefined)[] = [];
    // To parse and check a large run all at once holds up everything else for seconds.
    for await (const slice of slices(keys, kind.large ? 1 : SLICE)) {
      if (kind.large) await nextTurn();
      const found = await shelf.getMany<unknown>(slice);
      if (kind.large) await nextTurn();
      records.push(...found.map((record, at) => read(slice[at] ?? '', record)));
    }
    return records;
  };
  const getMany = async (keys: readonly string[]) =>
    (await readMany(keys)).map((record) => {
      if (record instanceof UserError) throw record;
      return record;
    });
  return {
    get: async (key) => (await getMany([key]))[0],
    getMany,
    readMany,
    set: (key, record, ttlMs) => shelf.set(key, { ...record, [VERSION]: kind.version }, ttlMs),
    delete: (key) => shelf.delete(key),
  };
}

/** A stored value as a record of the current version. @throws UserError */
export function readRecord<T extends object>(kind: RecordKind<T>, key: string, stored: unknown): T {
  if (!isFields(stored)) throw damaged(kind, key, 'it is no record');
  const { [VERSION]: marked, ...fields } = stored;
  const version = marked ?? kind.versionOfUnmarked?.(fields) ?? 1;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw damaged(kind, key, 'its version cannot be read');
  }
  if (version > kind.version) throw newer(kind, key, version);
  const checked = kind.schema.safeParse(migrated(kind, key, fields, version));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw damaged(kind, key, `${issue?.path.join('.') || 'the record'}: ${issue?.message}`);
}

function migrated<T extends object>(
  { name, version: current, migrations = {} }: RecordKind<T>,
  key: string,
  fields: Fields,
  from: number,
): Fields {
  let record = fields;
  for (let version = from; version < current; version += 1) {
    const migrate = migrations[version];
    if (!migrate) throw new Error(`no migration of a ${name} from version ${version}`);
    try {
      record = migrate(record);
    } catch (error) {
      throw damaged({ name }, key, `version ${version} of it cannot be brought up to date`, error);
    }
  }
  return record;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function damaged(
  { name }: { readonly name: string },
  key: string,
  why: string,
  cause?: unknown,
): UserError {
  return new UserError(
    `The stored ${name} ${shown(key)} is damaged (${why}).`,
    'Restore it from a backup, or leave it: everything else can still be read.',
    { code: 'internal', cause },
  );
}

function newer(kind: { name: string; version: number }, key: string, version: number): UserError {
  return new UserError(
    `The stored ${kind.name} ${shown(key)} was written by a newer Dramatis: its version is ${version}, and this one reads up to ${kind.version}.`,
    'Update this installation, or open the store with the one that wrote it.',
    { code: 'unavailable' },
  );
}

/** Keys come from the store, and are shown on one line. */
function shown(key: string): string {
  return key.replaceAll(/[^\w./:@-]/g, '?').slice(0, 120);
}
