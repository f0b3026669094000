import { describe, expect, test } from 'vitest';
import { askerOf, runCommand } from '../../../bots/dispatcher/run-command.ts';
import type { Invocation } from '../../../bots/platform.ts';
import type { CommandReply } from '../../../core/command-line/declare.ts';
import { UserError } from '../../../core/domain/user-error.ts';
import { ADA, testApp } from '../../fixtures/app.ts';
import { fakePlatform } from '../../fixtures/platform.ts';

const BOB = { id: 'test:bob', name: 'bob' };
const HERE = 'fake:w1:c1';

interface About {
  readonly config?: string;
  readonly who?: typeof ADA;
  readonly channel?: string;
}

async function run(
  request: Invocation['request'],
  { config = '', who = ADA, channel = HERE }: About = {},
): Promise<CommandReply | UserError> {
  const { app } = await testApp({ says: () => 'yes', config });
  return runCommand(app, { who, channel }, request).catch((error: unknown) => {
    if (error instanceof UserError) return error;
    throw error;
  });
}

test('whoever asks is known by the platform and its channel', () => {
  const { platform } = fakePlatform();
  expect(askerOf(platform, { who: ADA, channel: 'c1' })).toEqual({ who: ADA, channel: HERE });
});

describe('a request', () => {
  test.each<[string, Invocation['request']]>([
    ['a line as typed', { line: '/probe explain words' }],
    ['words that a shell has split', { words: ['explain', 'words'] }],
    ['a command with its values', { command: 'explain', values: { probe: 'words' } }],
  ])('is %s', async (_, request) => {
    expect(await run(request)).toMatchObject({ to: 'asker', data: { probe: { name: 'words' } } });
  });

  test.each<[Invocation['request'], string, UserError['code']]>([
    [{ line: 'exlpain words' }, 'No command is called “exlpain”.', 'not-found'],
    [{ words: ['exlpain'] }, 'No command is called “exlpain”.', 'not-found'],
    [{ command: 'exlpain', values: {} }, 'No command is called “exlpain”.', 'not-found'],
    [{ line: 'explain wordz' }, 'No probe is called “wordz”.', 'not-found'],
    [{ command: 'explain', values: { probe: 'wordz' } }, 'No probe is called', 'not-found'],
    [{ line: 'history --limit 99' }, '--limit takes a whole number', 'invalid-input'],
    [{ line: 'show 12345678' }, 'No run is called “12345678”.', 'not-found'],
    [{ line: 'show' }, 'Nothing was run in this channel yet.', 'not-found'],
    [{ line: 'history --all' }, 'Runs of other channels are not shown here.', 'not-allowed'],
    [{ line: 'draft 12345678' }, 'No draft of this channel is called', 'not-found'],
    [{ line: 'rescore run.json' }, 'Files are read in the terminal alone.', 'not-allowed'],
  ])('that is wrong says what, and by a code of which kind: %j', async (request, what, code) => {
    const error = await run(request);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ message: expect.stringContaining(what), code });
  });

  test('an unknown command of a form says where all are', async () => {
    const error = await run({ command: 'exlpain', values: {} });
    expect(error).toMatchObject({ hint: 'See /probe help.' });
  });

  test('names are corrected before the command has them', async () => {
    expect(await run({ line: 'explain WORDS' })).toMatchObject({
      data: { probe: { name: 'words' } },
    });
  });
});

describe('access', () => {
  const config = 'access: { use: ["test:ada"], commands: { probes: ["test:eve"] } }';

  test('whoever is not let in reads nothing but that, whatever they type', async () => {
    for (const line of ['probes', 'no such command', '“open']) {
      const error = await run({ line }, { config, who: BOB });
      expect(error).toMatchObject({
        message: 'You may not use the bot here.',
        code: 'not-allowed',
      });
    }
  });

  test('a command that a list keeps to others is refused, and no other is', async () => {
    expect(await run({ line: 'probes' }, { config })).toMatchObject({
      message: 'You may not use “probes”.',
      code: 'not-allowed',
    });
    expect(await run({ line: 'personas' }, { config })).toMatchObject({ to: 'asker' });
  });

  test('a channel may be on the list', async () => {
    const forChannel = `access: { commands: { probes: ["${HERE}"] } }`;
    const probes = { line: 'probes' };
    expect(await run(probes, { config: forChannel })).toMatchObject({ to: 'asker' });
    const elsewhere = await run(probes, { config: forChannel, channel: 'fake:w1:c2' });
    expect(elsewhere).toMatchObject({ code: 'not-allowed' });
  });
});

describe('a command that names files', () => {
  const line = 'import /no/such/file.yaml';

  test('is refused in a chat and in the browser, and says what to type where', async () => {
    for (const channel of [HERE, 'local:local']) {
      expect(await run({ line }, { channel })).toMatchObject({
        message: 'import names files, and so works in the terminal alone.',
        hint: expect.stringMatching(/^There: .* import questions\.yaml$/),
        code: 'not-allowed',
      });
    }
  });

  test('is done in the terminal', async () => {
    const error = await run({ line }, { channel: 'terminal:here' });
    expect(error).toMatchObject({ message: expect.stringContaining('/no/such/file.yaml') });
  });
});
