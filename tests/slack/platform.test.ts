import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Platform, RateLimited } from '../../bots/platform.ts';
import { webClient } from '../../bots/slack/send/client.ts';
import type { DrawPng } from '../../bots/slack/send/pictures.ts';
import { slackPlatform } from '../../bots/slack/send/platform.ts';
import type { EstimatesPicture } from '../../core/charts/estimates/picture.ts';
import { UserError } from '../../core/domain/user-error.ts';
import type { View } from '../../core/views/view.ts';
import { fakeDispatcher } from '../bots/fake-dispatcher.ts';
import { askRunning, estimates, probeDone } from '../fixtures/views.ts';
import { COMMANDS } from './commands.ts';
import { BOT_TOKEN, startTwin, type Twin } from './twin.ts';

let twin: Twin;
beforeEach(async () => {
  twin = await startTwin();
});
afterEach(() => twin.stop());

const PLACE = { channel: 'C0GENERAL' };

function portOf(drawPng?: DrawPng): Platform {
  const { log } = fakeDispatcher(COMMANDS).app;
  const client = webClient(BOT_TOKEN, twin.apiUrl, log);
  return slackPlatform({ client, team: 'T0TEAM', log, drawPng });
}

function prose(text: string, state: View['state'] = 'done'): View {
  return { state, blocks: [{ kind: 'text', text }], actions: [] };
}

/** The types of the blocks that a message has now. */
function typesOf(ts: string | undefined): readonly unknown[] {
  return (twin.messages.get(ts ?? '')?.blocks ?? []).map((block) => block.type);
}

function callsOf(method: string) {
  return twin.calls.filter((call) => call.method === method);
}

test('the id is the workspace, the pace is that of Tier 3', () => {
  const platform = portOf();
  expect(platform.id).toBe('slack:T0TEAM');
  expect(60_000 / platform.editEveryMs).toBe(50);
});

test('it posts, edits in place, and opens threads', async () => {
  const platform = portOf();
  const ref = await platform.post(PLACE, { view: prose('first') });
  await platform.edit(JSON.parse(JSON.stringify(ref)), { view: prose('second') });
  const reply = await platform.post({ ...PLACE, thread: ref }, { view: prose('reply') });
  const second = await platform.post({ ...PLACE, thread: reply }, { view: prose('reply to that') });

  expect(twin.messages.get(ref.ts ?? '')).toMatchObject({ text: 'second', versions: 2 });
  expect(twin.messages.get(reply.ts ?? '')?.thread_ts).toBe(ref.ts);
  expect(twin.messages.get(second.ts ?? '')?.thread_ts).toBe(ref.ts);
});

test('nothing in a message is parsed, linked or expanded', async () => {
  await portOf().post(PLACE, { view: prose('<!channel> @everyone https://evil.example') });
  const [call] = callsOf('chat.postMessage');
  expect(call?.args).toMatchObject({
    text: '&lt;!channel&gt; @everyone https://evil.example',
    parse: 'none',
    link_names: 'false',
    mrkdwn: 'false',
    unfurl_links: 'false',
    unfurl_media: 'false',
  });
});

describe('the levels', () => {
  test('what Slack rejects is sent one level simpler, until it takes it', async () => {
    const rejected = { error: 'invalid_blocks' };
    twin.fail('chat.postMessage', rejected, { error: 'msg_blocks_too_long' });
    const ref = await portOf().post(PLACE, { view: probeDone });
    expect(typesOf(ref.ts)).not.toContain('table');
    expect(typesOf(ref.ts)).not.toContain('data_table');
    expect(callsOf('chat.postMessage')).toHaveLength(3);
  });

  test('at its foot is plain text, with the whole as a file where it was cut', async () => {
    const rejected = { error: 'invalid_blocks' };
    twin.fail('chat.postMessage', rejected, rejected, rejected, rejected);
    const ref = await portOf().post(PLACE, { view: prose('word '.repeat(2000)) });
    const message = twin.messages.get(ref.ts ?? '');
    expect(message?.blocks).toEqual([]);
    expect(message?.text).toMatch(/… the whole is in the thread$/);
    const [file] = twin.files.values();
    expect(file?.bytes?.toString().trim()).toBe('word '.repeat(2000).trim());
  });

  test('a running message stays at the level where it was taken; its last edit tries the highest', async () => {
    const platform = portOf();
    const ref = await platform.post(PLACE, { view: askRunning });
    const rejected = { error: 'invalid_blocks' };
    twin.fail('chat.update', rejected, rejected);
    await platform.edit(ref, { view: askRunning });
    await platform.edit(ref, { view: askRunning });
    expect(callsOf('chat.update')).toHaveLength(4);
    expect(typesOf(ref.ts)).toContain('section');
    await platform.edit(ref, { view: probeDone });
    expect(callsOf('chat.update')).toHaveLength(5);
    expect(typesOf(ref.ts)).toContain('data_table');
  });

  test('what no level can mend is a Problem with the next step', async () => {
    const post = portOf().post({ channel: 'C0PRIVATE' }, { view: prose('hello') });
    await expect(post).rejects.toThrow(UserError);
    await expect(post).rejects.toMatchObject({
      message: 'The bot cannot see this channel.',
      hint: expect.stringContaining('/invite'),
    });
    expect(callsOf('chat.postMessage')).toHaveLength(1);
  });
});

describe('a 429', () => {
  const limited = { status: 429, headers: { 'retry-after': '7' } };

  test('is RateLimited with the time that Slack said, at once', async () => {
    const platform = portOf();
    const ref = await platform.post(PLACE, { view: prose('first') });
    twin.fail('chat.postMessage', limited);
    twin.fail('chat.update', limited);
    for (const sent of [
      platform.post(PLACE, { view: prose('second') }),
      platform.edit(ref, { view: prose('third') }),
    ]) {
      await expect(sent).rejects.toThrow(RateLimited);
      await expect(sent).rejects.toMatchObject({ retryAfterMs: 7000 });
    }
    expect(callsOf('chat.update')).toHaveLength(1);
  });

  test('on a file does not post its message again', async () => {
    twin.fail('files.getUploadURLExternal', { status: 429, headers: { 'retry-after': '0' } });
    const files = [{ name: 'a.jsonl', mime: 'application/jsonl', content: '{}' }];
    await portOf().post(PLACE, { view: prose('here'), files });
    expect(twin.messages.size).toBe(1);
    expect([...twin.files.values()].map(({ name }) => name)).toEqual(['a.jsonl']);
  });

  test('without a time waits half a minute', async () => {
    twin.fail('chat.postMessage', { error: 'ratelimited' });
    await expect(portOf().post(PLACE, { view: prose('x') })).rejects.toMatchObject({
      retryAfterMs: 30_000,
    });
  });
});

describe('files', () => {
  const long = prose('word '.repeat(1000));

  test('what was cut is whole in the thread, and once', async () => {
    const platform = portOf();
    const ref = await platform.post(PLACE, { view: long });
    await platform.edit(ref, { view: long });
    const files = [...twin.files.values()];
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({ channel: 'C0GENERAL', thread: ref.ts, name: 'in-full.txt' });
    expect(files[0]?.bytes?.toString().trim()).toBe('word '.repeat(1000).trim());
    expect(JSON.stringify(twin.messages.get(ref.ts ?? '')?.blocks)).toContain(
      '… the whole is in the thread',
    );
  });

  test('a running message brings none', async () => {
    await portOf().post(PLACE, { view: { ...long, state: 'running' } });
    expect(twin.files.size).toBe(0);
  });

  test('in a thread there is room: more is shown, less is a file', async () => {
    const platform = portOf();
    const ref = await platform.post(PLACE, { view: prose('root') });
    const reply = await platform.post({ ...PLACE, thread: ref }, { view: long });
    expect(twin.files.size).toBe(0);
    expect(JSON.stringify(twin.messages.get(reply.ts ?? '')?.blocks)).toContain(
      'word '.repeat(1000).trimEnd(),
    );
  });

  test('an attachment goes into the thread; an empty one is left out', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const ref = await portOf().post(PLACE, {
      view: prose('here'),
      files: [
        { name: 'run.bin', mime: 'application/octet-stream', content: bytes },
        { name: 'empty.txt', mime: 'text/plain', content: '' },
      ],
    });
    const [file, ...others] = twin.files.values();
    expect(others).toEqual([]);
    expect(file).toMatchObject({ thread: ref.ts, bytes: Buffer.from(bytes) });
  });

  test('one that cannot be uploaded is said to be missing, and the message stands', async () => {
    twin.fail('files.getUploadURLExternal', { error: 'missing_scope' });
    const files = [{ name: 'a.txt', mime: 'text/plain', content: 'a' }];
    const ref = await portOf().post(PLACE, { view: prose('here'), files });
    const [, notice] = twin.messages.values();
    expect(notice).toMatchObject({ thread_ts: ref.ts });
    expect(notice?.text).toMatch(/could not be uploaded.*permission/);
  });
});

describe('pictures', () => {
  const png = async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

  test('a finished one is drawn, uploaded and shown in place, and only once', async () => {
    const platform = portOf(png);
    const ref = await platform.post(PLACE, { view: probeDone });
    await platform.edit(ref, { view: probeDone });
    const [file, ...others] = twin.files.values();
    expect(others).toEqual([]);
    expect(file).toMatchObject({ channel: undefined, alt: expect.stringContaining('42 %') });
    const image = twin.messages.get(ref.ts ?? '')?.blocks.find((block) => block.type === 'image');
    expect(image).toMatchObject({ slack_file: { id: file?.id } });
    expect(twin.rejections).toEqual([]);
  });

  test('one that Slack can draw itself is not uploaded', async () => {
    const picture: EstimatesPicture = {
      ...estimates,
      rows: estimates.rows.slice(0, 2).map((row) => ({ ...row, interval: undefined })),
    };
    const view: View = { ...probeDone, blocks: [{ kind: 'picture', picture }] };
    const ref = await portOf(png).post(PLACE, { view });
    expect(typesOf(ref.ts)).toContain('data_visualization');
    expect(twin.files.size).toBe(0);
    expect(twin.rejections).toEqual([]);
  });

  test('a running one is not drawn', async () => {
    await portOf(png).post(PLACE, { view: { ...probeDone, state: 'running' } });
    expect(twin.files.size).toBe(0);
  });

  test('where the image is not taken, a plot stands there and the image is in the thread', async () => {
    twin.fail('chat.postMessage', { error: 'invalid_blocks' });
    const ref = await portOf(png).post(PLACE, { view: probeDone });
    expect(typesOf(ref.ts)).not.toContain('image');
    expect(JSON.stringify(twin.messages.get(ref.ts ?? '')?.blocks)).toContain('●');
    expect([...twin.files.values()].map(({ thread }) => thread)).toContain(ref.ts);
  });

  test.each([
    ['cannot be drawn', async () => Promise.reject(new Error('no font'))],
    ['is not drawn here', undefined],
  ])('one that %s is a plot in characters', async (_, draw) => {
    const ref = await portOf(draw).post(PLACE, { view: probeDone });
    expect(JSON.stringify(twin.messages.get(ref.ts ?? '')?.blocks)).toContain('├');
    expect(twin.files.size).toBe(0);
  });
});
