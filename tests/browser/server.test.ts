import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { connectBrowser } from '../../bots/browser/receive/connect.ts';
import type { DrawSvg } from '../../bots/browser/send/pictures.ts';
import { asUserError } from '../../core/domain/user-error.ts';
import type { Message } from '../../core/views/view.ts';
import { untilAborted } from '../fixtures/app.ts';
import { estimates, help, probeDone } from '../fixtures/views.ts';
import { ended, openLocal } from './open.ts';

/** A request whose headers are exactly these: `fetch` would correct them. */
async function raw(url: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  const sent = request(url, { method, headers });
  sent.end(method === 'POST' ? '{}' : undefined);
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
}

const text = (...lines: readonly string[]): Message => ({
  view: { state: 'info', blocks: lines.map((line) => ({ kind: 'text', text: line })), actions: [] },
});

describe('who may talk to it', () => {
  it('answers to its own name only, so that no other name can be bound to it', async () => {
    const { bot } = await openLocal();
    const { port } = new URL(bot.url);
    expect(await raw(bot.url, { Host: `127.0.0.1:${port}` })).toBe(200);
    expect(await raw(bot.url, { Host: `localhost:${port}` })).toBe(200);
    expect(await raw(bot.url, { Host: `evil.example:${port}` })).toBe(403);
    expect(await raw(bot.url, { Host: '127.0.0.1' })).toBe(403);
    expect(await raw(`${bot.url}events`, { Host: 'evil.example' })).toBe(403);
  });

  it('takes posts from its own pages only', async () => {
    const { bot, send } = await openLocal();
    const deed = { id: randomUUID(), typed: '/probe help' };
    expect((await send('/commands', deed)).status).toBe(200);
    const Origin = 'http://evil.example';
    expect((await send('/commands', deed, { Origin })).status).toBe(403);
    expect((await send('/commands', deed, { Origin: 'null' })).status).toBe(403);
    const { port } = new URL(bot.url);
    const own = { Host: `127.0.0.1:${port}`, 'Content-Type': 'application/json' };
    expect(await raw(`${bot.url}commands`, own, 'POST')).toBe(403);
  });

  it('lets a page run nothing but its own files', async () => {
    const { bot } = await openLocal();
    const { headers } = await fetch(bot.url);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  it('serves no file that the page does not name', async () => {
    const { bot } = await openLocal();
    for (const path of ['/page/..%2fstart.ts', '/page/tsconfig.json', '/docs/..%2f.env', '/nope']) {
      expect((await fetch(new URL(path, bot.url))).status).toBe(404);
    }
  });
});

describe('a command', () => {
  it('that is wrong is told to who typed it, and to nobody else', async () => {
    const { act, page } = await openLocal();
    const answer = await act({ typed: '/probe run wrods' });
    expect(answer.failed).toBe(true);
    expect(answer.reply).toContain('Only visible to you');
    expect(answer.reply).toContain('No probe is called “wrods”.');
    expect(answer.reply).toContain('Did you mean words?');
    expect(await page()).not.toContain('wrods');
  });

  it('that asks something shows its run in the channel, finished, without any script', async () => {
    const opened = await openLocal({ says: () => 'Because it is <sweet>.' });
    const answer = await opened.act({ typed: '/probe ask "Why sugar?" --models larch' });
    const run = await ended(opened);
    expect(answer).toEqual({ posted: expect.stringMatching(/^m/), failed: false });
    const page = await opened.page();
    expect(page).toContain('Why sugar?');
    expect(page).toContain('Because it is &lt;sweet&gt;.');
    expect(page).toContain(`href="/runs/${run}"`);
    expect(page).toContain(`id="rail-${run}"`);
  });

  it('without a slash is a question to all default models', async () => {
    const opened = await openLocal();
    await opened.act({ typed: 'Say "hello" \\ to --models' });
    const run = await ended(opened);
    const { plan } = await opened.app.runs.get(run);
    expect(plan.probe.title).toBe('Say "hello" \\ to --models');
    expect(plan.subjects.map(({ model }) => model)).toEqual(opened.app.config().defaults.models);
  });

  it('of a button that shows answers puts them into the thread of its message', async () => {
    const opened = await openLocal({ says: () => 'The whole answer.' });
    const { posted } = await opened.act({ typed: '/probe ask "Why?" --models larch' });
    const run = await ended(opened);
    const answer = await opened.act({ line: `show ${run} --as answers` });
    expect(answer.thread).toEqual({ root: posted, address: `/runs/${run}/thread` });
    const page = await opened.page(`/runs/${run}/thread`);
    expect(page).toContain('data-pane="thread"');
    expect(page).toContain('larch / assistant');
    expect(await opened.page()).toContain('1 reply');
  });

  it('typed into a thread follows up on its latest run', async () => {
    const opened = await openLocal();
    const { posted } = await opened.act({ typed: '/probe ask "Why?" --models larch' });
    const first = await ended(opened);
    await opened.act({ typed: 'And why that?', thread: posted });
    const second = await ended(opened);
    await opened.act({ typed: 'And that?', thread: posted });
    const third = await ended(opened);
    expect((await opened.app.runs.get(second)).plan.origin).toMatchObject({ of: first });
    expect((await opened.app.runs.get(third)).plan.origin).toMatchObject({ of: second });
    expect(await opened.page(`/runs/${first}/thread`)).toContain('And why that?');
    // A run in a thread has an address, too.
    expect(await opened.page(`/runs/${third}`)).toContain('data-pane="thread"');
  });

  it('that comes twice is acted on once', async () => {
    const opened = await openLocal();
    const deed = { id: randomUUID(), typed: 'Once?' };
    await Promise.all([opened.act(deed), opened.act(deed)]);
    expect(await opened.app.runs.recent({ limit: 5 })).toHaveLength(1);
  });

  it.each([
    ['nothing', '{}', 400],
    ['no JSON', '{', 400],
    ['a field too many', { id: randomUUID(), typed: 'x', who: 'root' }, 400],
    ['an id that is none', { id: '1', typed: 'x' }, 400],
    ['too long a line', { id: randomUUID(), typed: 'x'.repeat(20_001) }, 400],
    ['too large a body', { id: randomUUID(), typed: 'x'.repeat(70_000) }, 413],
  ])('with %s is refused in words', async (_, body, status) => {
    const { send } = await openLocal();
    const response = await send('/commands', body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ failed: true, reply: expect.any(String) });
  });

  it('for a thread that is gone says so', async () => {
    const { act } = await openLocal();
    expect((await act({ typed: 'x', thread: 'm0' })).reply).toContain('not kept any more');
  });
});

describe('completion', () => {
  it('offers commands at the slash, then options, then their values', async () => {
    const { send } = await openLocal();
    const complete = async (typed: string) => {
      const response = await send('/complete', { text: typed, caret: typed.length });
      return response.json() as Promise<{ from: number; to: number; choices: { value: string }[] }>;
    };
    const values = async (typed: string) =>
      (await complete(typed)).choices.map(({ value }) => value);
    expect(await values('/')).toContain('/probe ask');
    expect(await values('/pro')).toContain('/probe run');
    expect((await values('/ru'))[0]).toBe('/probe run');
    expect((await values('/probe ru'))[0]).toBe('run');
    expect(await values('/probe run ')).toContain('words');
    expect(await values('/run wo')).toEqual(['words']);
    expect((await values('/probe run words --mo'))[0]).toBe('--models');
    expect(await values('/probe run words --models la')).toEqual(['larch']);
    expect(await complete('/probe run words --models la')).toMatchObject({ from: 26, to: 28 });
    expect(await values('Why do humans')).toEqual([]);
  });
});

describe('files', () => {
  it('are saved, never opened: a type that a browser runs is sent as bytes', async () => {
    const { bot } = await openLocal();
    const files = [
      { name: 'whole "answers"\r\n.txt', mime: 'text/plain', content: 'naïve' },
      { name: 'page.html', mime: 'text/html', content: '<script>alert(1)</script>' },
      { name: '画.png', mime: 'image/png', content: new Uint8Array([137, 80]) },
    ];
    const { message = '' } = await bot.platform.post(
      { channel: 'local' },
      { ...text('hello'), files },
    );
    const get = (index: number) => fetch(new URL(`/files/${message}/${index}`, bot.url));
    const [plain, page, image] = await Promise.all([get(0), get(1), get(2)]);
    expect(await plain.text()).toBe('naïve');
    expect(plain.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(plain.headers.get('content-disposition')).toMatch(
      /^attachment; filename="whole_answers_.txt"/,
    );
    expect(page.headers.get('content-type')).toBe('application/octet-stream');
    expect(image.headers.get('content-disposition')).toContain("filename*=UTF-8''%E7%94%BB.png");
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(new Uint8Array([137, 80]));
    expect((await get(3)).status).toBe(404);
  });
});

describe('pictures', () => {
  const sources = (page: string): readonly string[] =>
    [...page.matchAll(/(?:src|srcset)="(\/pictures\/[^"]+)"/g)].map(([, src = '']) =>
      src.replaceAll('&amp;', '&'),
    );

  it('are drawn once for each theme and width, by whoever can', async () => {
    const asked: string[] = [];
    const drawSvg: DrawSvg = async (picture, { theme, width }) => {
      asked.push(`${theme} ${width}`);
      return `<svg xmlns="http://www.w3.org/2000/svg"><title>${picture.title}</title></svg>`;
    };
    const { bot, page } = await openLocal({ drawSvg });
    await bot.platform.post({ channel: 'local' }, { view: probeDone });
    const found = sources(await page());
    for (const src of [...found, ...found]) {
      const response = await fetch(new URL(src, bot.url));
      expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toContain('sandbox');
      expect(await response.text()).toContain(estimates.title);
    }
    expect(asked.toSorted()).toEqual(['dark 340', 'dark 720', 'light 340', 'light 720']);
  });

  it('that nobody shows, or of another size, are not drawn', async () => {
    const { bot, page } = await openLocal({ drawSvg: async () => '<svg/>' });
    await bot.platform.post({ channel: 'local' }, { view: probeDone });
    const [src = ''] = sources(await page());
    const status = async (path: string) => (await fetch(new URL(path, bot.url))).status;
    expect(await status(src.replace(/width=\d+/, 'width=100000'))).toBe(404);
    expect(await status(src.replace(/\/[0-9a-f]+\.svg/, '/00ff.svg'))).toBe(404);
  });
});

describe('a page', () => {
  it('says that the models are simulated only where all of them are', async () => {
    const simulated = await openLocal();
    expect(await simulated.page()).toContain('Simulated models');
    const mixed = await openLocal({
      config:
        'providers:\n  mine: { base_url: "http://127.0.0.1:9/v1" }\nmodels:\n  - { id: fir, provider: mine, name: fir }\n',
    });
    expect(await mixed.page()).not.toContain('Simulated models');
    expect(await mixed.page()).toContain('Add a real model');
  });

  it('holds the latest messages, and leads to those before', async () => {
    const { bot, page } = await openLocal();
    for (let at = 0; at < 45; at++)
      await bot.platform.post({ channel: 'local' }, text(`message ${at}.`));
    const latest = await page();
    expect(latest).toContain('message 44.');
    expect(latest).not.toContain('message 4.');
    const [, earlier = ''] = /class="earlier" href="([^"]+)"/.exec(latest) ?? [];
    const before = await page(earlier);
    expect(before).toContain('message 4.');
    expect(before).not.toContain('message 5.');
    expect(before).not.toContain('class="earlier"');
  });

  it('of a message that never was is none', async () => {
    const { bot } = await openLocal();
    expect((await fetch(new URL('/runs/m0', bot.url))).status).toBe(404);
  });
});

describe('starting', () => {
  it('says which port is in use and what to do, or takes the next', async () => {
    const taken = createServer();
    taken.listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { dispatcher } = await openLocal();
    const error = await connectBrowser(dispatcher, { port }).then(() => undefined, asUserError);
    expect(error?.message).toBe(`Port ${port} is in use.`);
    expect(error?.hint).toContain('local');
    const next = await connectBrowser(dispatcher, { port, orNext: true });
    expect(Number(new URL(next.url).port)).toBeGreaterThan(port);
    await next.stop();
    taken.close();
  });

  it('shows again what was there before a restart, with threads and files', async () => {
    const first = await openLocal();
    const root = await first.bot.platform.post({ channel: 'local' }, { view: probeDone });
    const files = [{ name: 'a.bin', mime: 'x/y', content: new Uint8Array([0, 255]) }];
    await first.bot.platform.post({ channel: 'local', thread: root }, { view: help, files });
    await first.bot.platform.edit(root, {
      view: { ...probeDone, blocks: [{ kind: 'quote', text: 'Edited.' }] },
    });

    const second = await openLocal({ keeps: first.store });
    const page = await second.page('/runs/7f3a9c/thread');
    expect(page).toContain('Edited.');
    expect(page).toContain('Who is answering?');
    const [, file = ''] = /href="(\/files\/[^"]+)"/.exec(page) ?? [];
    const bytes = await (await fetch(new URL(file, second.bot.url))).arrayBuffer();
    expect(new Uint8Array(bytes)).toEqual(new Uint8Array([0, 255]));
    // A reference from before the restart still names its message.
    await second.bot.platform.edit(root, text('Edited again.'));
    expect(await second.page()).toContain('Edited again.');
  });

  it('goes on with a run that was under way, in the same message', async () => {
    const first = await openLocal({ says: untilAborted });
    await first.act({ typed: '/probe ask "Why?" --models larch' });
    await first.app.runs.stop();
    await first.dispatcher.stop();
    const second = await openLocal({ keeps: first.store, says: () => 'Now I can say it.' });
    await ended(second);
    const page = await second.page();
    expect(page).toContain('Now I can say it.');
    expect(page.match(/class="message"/g)).toHaveLength(1);
  });
});
