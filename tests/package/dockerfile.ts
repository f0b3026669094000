import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Copy, DockerfileParser, type Instruction } from 'dockerfile-ast';
import { environment, ROOT } from './installed.ts';

const run = promisify(execFile);

/** An image that was built without an engine: its folders stand below one of this machine. */
export interface Image {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly healthcheck: readonly string[];
}

interface Stage {
  readonly root: string;
  cwd: string;
  env: Record<string, string>;
  commands: Record<string, readonly string[]>;
}

/** What a step of the repository's own needs not do again: its dependencies are there. */
const INSTALLS_ALL = 'npm ci --no-audit --no-fund';
/** Folders that the steps name from the root of the image. */
const PATHS = /(?<![\w./-])\/(?=(?:src|app|data|tmp|usr\/local\/bin)\b)/g;

/**
 * Does what the Dockerfile's instructions say, each stage below a folder of its own, with one Node.
 * Users and base images are the machine's own.
 */
export async function buildImage(folder: string, bin: string): Promise<Image> {
  const text = await readFile(join(ROOT, 'Dockerfile'), 'utf8');
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') {
      const [, , name = 'last'] = words(instruction);
      stage = await begin(join(folder, name), bin);
      stages.set(name, stage);
    } else if (stage) {
      await follow(instruction, stage, stages);
    }
  }
  if (!stage) throw new Error('the Dockerfile has no stage');
  const { cwd, env, commands } = stage;
  return {
    cwd,
    env,
    entrypoint: commands.ENTRYPOINT ?? [],
    healthcheck: commands.HEALTHCHECK ?? [],
  };
}

async function begin(root: string, bin: string): Promise<Stage> {
  for (const one of ['tmp', 'usr/local/bin']) await mkdir(join(root, one), { recursive: true });
  const own = environment(`${join(root, 'usr/local/bin')}:${bin}`);
  return { root, cwd: root, env: { ...own, npm_config_prefer_offline: 'true' }, commands: {} };
}

async function follow(
  instruction: Instruction,
  stage: Stage,
  stages: ReadonlyMap<string, Stage>,
): Promise<void> {
  const within = (value: string): string => value.replaceAll(PATHS, `${stage.root}/`);
  const raw = instruction.getArgumentsContent() ?? '';
  if (instruction instanceof Copy) {
    return copy(words(instruction), stage, stages.get(instruction.getFromFlag()?.getValue() ?? ''));
  }
  switch (instruction.getKeyword()) {
    case 'WORKDIR':
      stage.cwd = within(raw);
      await mkdir(stage.cwd, { recursive: true });
      return;
    case 'ENV':
      for (const [name = '', value = ''] of words(instruction).map((pair) => pair.split('='))) {
        stage.env[name] = within(value);
      }
      return;
    case 'RUN':
      if (raw === INSTALLS_ALL)
        return symlink(join(ROOT, 'node_modules'), join(stage.cwd, 'node_modules'));
      // Whoever builds here need not be root, and has no user called node.
      await run('sh', ['-ec', within(raw).replace('node:node', '$(id -u):$(id -g)')], {
        cwd: stage.cwd,
        env: stage.env,
      });
      return;
    case 'ENTRYPOINT':
      stage.commands.ENTRYPOINT = JSON.parse(raw);
      return;
    case 'HEALTHCHECK':
      stage.commands.HEALTHCHECK = JSON.parse(raw.slice(raw.indexOf('[')));
      return;
    case 'USER':
    case 'VOLUME':
    case 'EXPOSE':
      return;
    default:
      throw new Error(`${instruction.getKeyword()} is not known here`);
  }
}

/** Copies from another stage, or from the repository. */
async function copy(
  [source = '', target = '']: readonly string[],
  stage: Stage,
  from: Stage | undefined,
): Promise<void> {
  if (from) {
    await cp(from.root + source, stage.root + target, { recursive: true, verbatimSymlinks: true });
    return;
  }
  for (const file of await context()) {
    await mkdir(dirname(join(stage.cwd, file)), { recursive: true });
    await cp(join(ROOT, file), join(stage.cwd, file));
  }
}

/** The files of the repository that `.dockerignore` leaves in. */
async function context(): Promise<readonly string[]> {
  const ignored = (await readFile(join(ROOT, '.dockerignore'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const list = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await run('git', list, { cwd: ROOT, maxBuffer: 16 * 1024 * 1024 });
  return stdout
    .split('\n')
    .filter((file) => file !== '')
    .filter((file) => !ignored.some((one) => file === one || file.startsWith(`${one}/`)));
}

function words(instruction: Instruction): readonly string[] {
  return (instruction.getRawArgumentsContent() ?? '').split(/\s+/);
}
