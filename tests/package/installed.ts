import { type ChildProcess, execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const ROOT = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** The package in a folder that has nothing else, and the Nodes that it is tried with. */
export interface Installed {
  readonly folder: string;
  /** The folder of a Node's own program, by its version. */
  readonly nodes: ReadonlyMap<string, string>;
  remove(): Promise<void>;
}

/**
 * Fetches Nodes from npm, packs the repository, and installs the package without development dependencies.
 * @param least the oldest of the versions that the package is for.
 */
export async function install(versions: readonly string[], least: string): Promise<Installed> {
  const root = await mkdtemp(join(tmpdir(), 'dramatis-package-'));
  const remove = () => rm(root, { recursive: true, force: true });
  try {
    const nodes = new Map<string, string>();
    for (const version of versions) {
      const home = await emptyPackage(join(root, `node-${version}`));
      await npm(home, ['install', `node@${version}`]);
      nodes.set(version, join(home, 'node_modules/.bin'));
    }
    await npm(ROOT, ['pack', '--pack-destination', root]);
    const [tarball = ''] = (await readdir(root)).filter((file) => file.endsWith('.tgz'));
    const folder = await emptyPackage(join(root, 'app'));
    // Strictly: no dependency may want a newer Node than the package itself does.
    const argv = ['install', '--omit=dev', '--engine-strict', join(root, tarball)];
    await npm(folder, argv, environment(nodes.get(least) ?? ''));
    await copyFile(join(ROOT, 'tests/package/consumer.ts'), join(folder, 'consumer.ts'));
    return { folder, nodes, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The environment of somebody who has one Node and no settings. */
export function environment(bin: string): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH: `${bin}${delimiter}${PATH}`, HOME, DRAMATIS_PORT: '0' };
}

/** The address that the program prints once it serves. @throws with what it said where it ends before. */
export async function channelOf(server: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (piece: Buffer): void => {
      said += piece;
      const [, url] = /Local channel: (\S+)/.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
}

async function emptyPackage(folder: string): Promise<string> {
  await mkdir(folder);
  // The `node` package fetches its program by a script of its own.
  const about = { private: true, type: 'module', allowScripts: { node: true } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(about));
  return folder;
}

async function npm(cwd: string, argv: readonly string[], env = process.env): Promise<void> {
  await run('npm', [...argv, '--no-audit', '--no-fund', '--prefer-offline'], { cwd, env });
}
