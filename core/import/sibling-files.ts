import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, resolve, sep } from 'node:path';

const READABLE = ['.txt', '.md', '.json', '.jsonl', '.yaml', '.yml', '.csv', '.j2'];
const LARGEST = 1024 * 1024;

/**
 * Reads the text files that a file names, as promptfoo's do: only in its own folder and below, never a hidden one, and
 * none that a link leads out of there, since who wrote the file need not be who imports it.
 */
export function besideFile(path: string): (named: string) => string | undefined {
  const folder = dirname(resolve(path));
  return (named) => {
    const wanted = resolve(folder, named);
    const inside = wanted.startsWith(folder + sep) ? wanted.slice(folder.length + 1) : '';
    const hidden = inside.split(sep).some((part) => part === '' || part.startsWith('.'));
    if (hidden || !READABLE.includes(extname(wanted).toLowerCase())) return undefined;
    try {
      if (!realpathSync(wanted).startsWith(realpathSync(folder) + sep)) return undefined;
      const about = statSync(wanted);
      if (!about.isFile() || about.size > LARGEST) return undefined;
      return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(wanted));
    } catch {
      return undefined;
    }
  };
}
