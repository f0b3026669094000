import { join, resolve } from 'node:path';

/** A path of the bot's own, which counts from `DRAMATIS_HOME` where that is set, else from the working folder. */
export function inHome(home: string | undefined, path: string): string {
  return home === undefined ? path : join(home, path);
}

/** The address of a store, whose file counts from `DRAMATIS_HOME` as other paths do. */
export function storeInHome(home: string | undefined, address: string): string {
  const [, path] = /^sqlite:(?!\/)(.+)$/.exec(address) ?? [];
  if (home === undefined || path === undefined) return address;
  // Other characters of the folder's name than these stand for themselves in such an address.
  return `sqlite:${resolve(home).replaceAll(/[%?#]/g, encodeURIComponent)}/${path}`;
}
