import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { scriptFor } from '../../bots/terminal/render/completion-script.ts';

const MAIN = fileURLToPath(new URL('../../bots/terminal/main.ts', import.meta.url));
/** Stands for the installed program, whose name the scripts call. */
const PROGRAM = `dramatis() { '${process.execPath}' --disable-warning=ExperimentalWarning '${MAIN}' "$@"; }`;
const SLOW = { timeout: 60_000 };

const folder = mkdtempSync(join(tmpdir(), 'completion-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(shell: string, script: string) {
  const { PATH = '', HOME = '' } = process.env;
  return spawnSync(shell, ['-c', `${PROGRAM}\n${script}`], {
    cwd: folder,
    env: { PATH, HOME },
    encoding: 'utf8',
  });
}

test('a shell that is not known is told which are', SLOW, () => {
  const { status, stdout, stderr } = run('bash', 'dramatis completion tcsh');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('completion zsh');
});

const hasBash = spawnSync('bash', ['--version']).status === 0;

describe.skipIf(!hasBash)(`bash${hasBash ? '' : ' (skipped: it is not here)'}`, SLOW, () => {
  /** Presses Tab at the end of a line, and prints what the line may become, a line each. */
  const tab = (line: string, words: readonly string[]): string => {
    const quoted = words.map((word) => `'${word}'`).join(' ');
    return `
      COMP_LINE='${line}' COMP_POINT=${line.length} COMP_WORDS=(${quoted}) COMP_CWORD=${words.length - 1}
      _dramatis; printf '%s\\n' "\${COMPREPLY[@]}"`;
  };
  const complete = (line: string, words: readonly string[]) => {
    const { stdout, stderr } = run(
      'bash',
      `set -u\neval "$(dramatis completion bash)"\n${tab(line, words)}`,
    );
    expect(stderr).toBe('');
    return stdout.split('\n').filter((value) => value !== '');
  };

  test('completes a probe, and leaves nothing in the folder', () => {
    const words = ['dramatis', 'run', 'embod'];
    expect(complete('dramatis run embod', words)).toEqual(['embodiment-slip']);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('completes a value behind =, where bash splits words', () => {
    const words = ['dramatis', 'ask', 'hi', '--models', '=', 'lar'];
    expect(complete('dramatis ask hi --models=lar', words)).toEqual(['larch']);
  });

  test('runs nothing that was typed', () => {
    const words = ['dramatis', 'ask', '$(touch ran)', '--mod'];
    expect(complete('dramatis ask $(touch ran) --mod', words)).toEqual(['--models']);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.each(['zsh', 'fish'] as const)('%s', (shell) => {
  const isHere = spawnSync(shell, ['--version']).status === 0;
  test.skipIf(!isHere)(`reads its script${isHere ? '' : ' (skipped: it is not here)'}`, () => {
    const file = join(folder, `script.${shell}`);
    writeFileSync(file, scriptFor(shell));
    const { status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});
