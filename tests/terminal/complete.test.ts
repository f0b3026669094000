import { describe, expect, test } from 'vitest';
import { completeShellLine } from '../../bots/terminal/receive/complete.ts';
import type { App } from '../../core/app/app.ts';
import type { Config } from '../../core/config/types.ts';
import { app } from '../command-line/fixtures.ts';

/** The values for a line with the caret at `|`; the word is the last one unless the shell splits otherwise. */
async function values(marked: string, word?: string): Promise<readonly string[]> {
  const line = marked.slice(0, marked.indexOf('|'));
  const at = word ?? /\S*$/.exec(line)?.[0] ?? '';
  return (await completeShellLine(app, line, at)).map(({ value }) => value);
}

describe('what stands at the caret is completed', () => {
  test.each([
    ['dramatis ru|', ['run']],
    ['dramatis run embod|', ['embodiment-slip']],
    ['dramatis run embodiment-slip --mod|', ['--models']],
    ['dramatis ask Hello --models oa|', ['oak']],
    ['dramatis ask Hello --models oak,ro|', ['oak,rowan']],
    ['dramatis ask Hello --models=oa|', ['--models=oak']],
    ['dramatis show 7f3a --as an|', ['answers']],
    ['/usr/local/bin/dramatis ru|', ['run']],
    ['dramatis comp|', ['compare', 'completion']],
    ['dramatis nothing-like-it --mod|', []],
  ])('%s', async (line, expected) => {
    expect(await values(line)).toEqual(expected);
  });
});

test('a shell that splits at = or : is given the rest of the word alone', async () => {
  expect(await values('dramatis ask Hello --models=oa|', 'oa')).toEqual(['oak']);
  expect(await values('dramatis ask Hello --models oak,ro|', 'ro')).toEqual(['rowan']);
});

test('what stands behind the caret is left out', async () => {
  expect(await values('dramatis ru|', 'rubbish')).toEqual(['run']);
});

test('nothing is offered that does not begin as what was typed', async () => {
  expect(await values('dramatis run slip|')).toEqual([]);
});

test('the flags of every command are offered beside its own, and are no words of it', async () => {
  expect(await values('dramatis run embodiment-slip --|')).toEqual(
    expect.arrayContaining(['--models', '--samples', '--json', '--quiet']),
  );
  expect(await values('dramatis run --json embod|')).toEqual(['embodiment-slip']);
});

describe('names of hostile servers', () => {
  const among = (models: Readonly<Record<string, string>>): App => {
    const named = new Map(Object.entries(models).map(([id, label]) => [id, { id, label }]));
    return { ...app, configWith: async () => ({ models: named }) as unknown as Config };
  };
  const offered = (known: App) => completeShellLine(known, 'dramatis ask Hello --models oa', 'oa');

  test('are left out where a shell would read more than a word', async () => {
    const ids = ['oak', 'oak;reboot', 'oak$(reboot)', 'oak tree', 'oak`x`'];
    const found = await offered(among(Object.fromEntries(ids.map((id) => [id, id]))));
    expect(found.map(({ value }) => value)).toEqual(['oak']);
  });

  test('stand on one line that acts nowhere', async () => {
    const [found] = await offered(among({ oak: 'Oak\u001b[31m\n7B' }));
    expect(found?.about).toContain('7B');
    expect(found?.about).not.toMatch(/[\x00-\x1f\x7f]/);
  });
});
