/**
 * Things of one kind, a file each: known by their names, listed by a summary, and read only when one
 * is asked for. What is added to a folder is there at the next call.
 */
export interface Catalogue<T, Summary = T> {
  /** In the order in which they are listed. */
  names(): Promise<readonly string[]>;
  /** @throws UserError for the first that is wrong. */
  list(): Promise<readonly Summary[]>;
  /** @throws UserError where it is wrong. */
  get(name: string): Promise<T | undefined>;
}

/** A catalogue of what is in memory; it follows the map as that changes. */
export function mapCatalogue<T, Summary>(
  map: ReadonlyMap<string, T>,
  summarise: (value: T) => Summary,
): Catalogue<T, Summary> {
  return {
    names: async () => [...map.keys()],
    list: async () => [...map.values()].map(summarise),
    get: async (name) => map.get(name),
  };
}

/** Two catalogues as one: what both have is the first one's. */
export function joined<T, Summary>(
  first: Catalogue<T, Summary>,
  second: Catalogue<T, Summary>,
): Catalogue<T, Summary> {
  return {
    names: async () => [...new Set([...(await first.names()), ...(await second.names())])],
    list: async () => [...(await first.list()), ...(await second.list())],
    get: async (name) => (await first.get(name)) ?? second.get(name),
  };
}

/** A catalogue that does something before it is first read. */
export function prepared<T, Summary>(
  catalogue: Catalogue<T, Summary>,
  prepare: () => Promise<void>,
): Catalogue<T, Summary> {
  return {
    names: () => prepare().then(catalogue.names),
    list: () => prepare().then(catalogue.list),
    get: (name) => prepare().then(() => catalogue.get(name)),
  };
}

/** Those of these names that there are. @throws UserError where one is wrong. */
export async function named<T>(
  { get }: Pick<Catalogue<T>, 'get'>,
  names: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  const found = await Promise.all(names.map(async (name) => [name, await get(name)] as const));
  return new Map(found.flatMap(([name, one]) => (one === undefined ? [] : [[name, one] as const])));
}
