import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { createDispatcher, type Dispatcher } from '../../bots/dispatcher.ts';
import type { Invocation, Platform } from '../../bots/platform.ts';
import type { UserError } from '../../core/domain/user-error.ts';
import { noticeMessage } from '../../core/views/error-message.ts';
import type { Message } from '../../core/views/view.ts';
import { ADA, type Says, testApp, untilAborted } from '../fixtures/app.ts';
import { fakePlatform } from '../fixtures/platform.ts';
import { typist } from '../fixtures/typist.ts';

let deliveries = 0;

function invocation(line: string, about: Partial<Invocation> = {}) {
  const told: Message[] = [];
  const made: Invocation = {
    id: `delivery ${++deliveries}`,
    request: { line },
    who: ADA,
    channel: 'c1',
    replyPrivately: async (message) => {
      told.push(message);
    },
    ...about,
  };
  return { made, told };
}

async function setUp(says: Says = () => 'yes', config?: string) {
  const { app, store, asks } = await testApp({ says, ...(config === undefined ? {} : { config }) });
  const dispatcher = createDispatcher(app, store);
  const { platform, posts, shown } = fakePlatform();
  const type = async (line: string, about?: Partial<Invocation>) => {
    const { made, told } = invocation(line, about);
    await dispatcher.handle(platform, made);
    return told;
  };
  return { app, store, asks, dispatcher, platform, posts, shown, type };
}

function textOf(message: Message | undefined): string {
  return JSON.stringify(message?.view.blocks ?? []);
}

async function settled(dispatcher: Dispatcher): Promise<void> {
  await dispatcher.stop();
}

describe('the dispatcher', () => {
  test('posts a run, keeps the message current and ends with the finished comparison', async () => {
    const { dispatcher, posts, shown, type } = await setUp();
    expect(await type('ask What are you? --models larch,rowan --samples 2')).toEqual([]);
    await settled(dispatcher);

    expect(posts).toHaveLength(1);
    expect(posts[0]?.place).toMatchObject({ channel: 'c1' });
    const last = shown.get('m1');
    expect(last?.view.state).toBe('done');
    expect(textOf(last)).toContain('4 answers');
    expect(last?.view.actions.map(({ label }) => label)).toEqual([
      'Full answers',
      'Run 10 each',
      'Rerun',
      'Export',
    ]);
  });

  test('puts the full answers into the thread of the message that shows the run', async () => {
    const { dispatcher, posts, shown, type } = await setUp();
    await type('ask hello --models larch,rowan --samples 1');
    await settled(dispatcher);
    const line = shown.get('m1')?.view.actions[0]?.line ?? '';
    await type(line);

    expect(posts.slice(1).map(({ place }) => place.thread)).toEqual([
      { message: 'm1' },
      { message: 'm1' },
    ]);
    expect(textOf(posts[1]?.message)).toContain('yes');
  });

  test('posts the full answers once, however often they are asked for', async () => {
    const { dispatcher, posts, shown, type } = await setUp();
    await type('ask hello --models larch,rowan --samples 1');
    await settled(dispatcher);
    const line = shown.get('m1')?.view.actions[0]?.line ?? '';
    const told = await Promise.all([type(line), type(line)]);
    told.push(await type(line));

    expect(posts).toHaveLength(3);
    const said = told.flat().map(textOf);
    expect(said).toHaveLength(2);
    for (const text of said) expect(text).toContain('in the thread of run');
    await type(line.replace('answers', 'export'));
    expect(posts).toHaveLength(4);
  });

  test('posts answers again where there are more of them', async () => {
    const gate = Promise.withResolvers<string>();
    const { dispatcher, posts, app, type } = await setUp(({ messages }) =>
      messages.at(-1)?.content === 'Question 0?' ? gate.promise : 'yes',
    );
    await type('run words --models larch --samples 1');
    const id = (await app.runs.recent({ limit: 1 }))[0]?.runId ?? '';
    for await (const { settled: done } of app.runs.follow(id)) if (done >= 14) break;
    await type(`show ${id} --as answers`);
    expect(posts).toHaveLength(2);
    gate.resolve('no');
    await settled(dispatcher);
    expect(await type(`show ${id} --as answers`)).toEqual([]);
    expect(posts).toHaveLength(3);
  });

  test.each([
    ['run wordz', 'No probe is called “wordz”.', 'Did you mean words?'],
    ['histroy', 'No command is called “histroy”.', 'Did you mean history?'],
    ['ask hi --models lark', 'No model is called “lark”.', 'Did you mean larch?'],
    ['show 12345678', 'No run is called “12345678”.', 'See /probe history.'],
  ])('tells only the asker what is wrong with: %s', async (line, what, next) => {
    const { posts, type } = await setUp();
    const [told] = await type(line);
    expect(told?.view.blocks).toEqual([
      { kind: 'text', text: what },
      { kind: 'text', text: next },
    ]);
    expect(posts).toEqual([]);
  });

  test('acts once on a delivery that comes again', async () => {
    const { dispatcher, posts, type } = await setUp();
    await Promise.all([type('ask hi', { id: 'same' }), type('ask hi', { id: 'same' })]);
    await type('ask hi', { id: 'same' });
    await settled(dispatcher);
    expect(posts).toHaveLength(1);
  });

  test('redraws the message of a run that is cancelled', async () => {
    const { dispatcher, app, shown, type } = await setUp(untilAborted);
    await type('ask hi --models larch --samples 1');
    const [run] = await app.runs.recent({ limit: 1 });
    const [told] = await type(`cancel ${run?.runId}`);
    await settled(dispatcher);

    expect(textOf(told)).toContain('is cancelled');
    expect(textOf(shown.get('m1'))).toContain('cancelled after 0 of 1');
    expect(shown.get('m1')?.view.actions[0]).toMatchObject({ label: 'Go on' });
  });

  test('goes on in the same message when somebody agrees to the price', async () => {
    const config = [
      'providers: { far: { base_url: "http://127.0.0.1:9/v1" } }',
      'models: [{ id: elm, provider: far, name: elm }]',
      'limits: { ask_above_calls: 3 }',
    ].join('\n');
    const { dispatcher, posts, shown, type } = await setUp(() => 'yes', config);
    await type('ask hi --models elm --samples 5');
    await settled(dispatcher);
    expect(shown.get('m1')?.view.state).toBe('waiting');

    await type(shown.get('m1')?.view.actions[0]?.line ?? '');
    await settled(dispatcher);
    expect(posts).toHaveLength(1);
    expect(shown.get('m1')?.view.state).toBe('done');
  });

  test('goes on with interrupted runs after a restart, in the same message', async () => {
    const before = await setUp(untilAborted);
    await before.type('ask hi --models larch --samples 1');
    await before.app.runs.stop();
    await settled(before.dispatcher);

    const { app, store } = await testApp({ says: () => 'here again', store: before.store });
    const dispatcher = createDispatcher(app, store);
    const stranger = fakePlatform({ id: 'fake:w2' });
    await dispatcher.adopt(stranger.platform);
    await dispatcher.adopt(before.platform);
    await settled(dispatcher);

    expect(before.posts).toHaveLength(1);
    expect(before.shown.get('m1')?.view.state).toBe('done');
    expect(textOf(before.shown.get('m1'))).toContain('here again');
    expect(stranger.posts).toEqual([]);
  });

  test('lets nobody in who is not on the list', async () => {
    const { posts, type } = await setUp(() => 'yes', 'access: { use: ["slack:T1:U1"] }');
    const [told] = await type('ask hi');
    expect(textOf(told)).toContain('You may not use the bot here.');
    expect(posts).toEqual([]);
  });

  test('keeps the runs of other channels to themselves', async () => {
    const { dispatcher, type } = await setUp();
    await type('ask hello there --models larch', { channel: 'c2' });
    await settled(dispatcher);

    expect(textOf((await type('history'))[0])).not.toContain('hello there');
    expect(textOf((await type('history --all'))[0])).toContain('not shown here');
    expect(textOf((await type('history', { channel: 'c2' }))[0])).toContain('hello there');
  });

  test('lets nobody act on a run of another channel, and offers none to complete', async () => {
    const { dispatcher, app, platform, posts, type } = await setUp();
    await type('ask hello there --models larch --samples 1', { channel: 'c2' });
    await settled(dispatcher);
    const [run] = await app.runs.recent({ limit: 1 });
    const posted = posts.length;
    const deeds = [
      `show ${run?.runId}`,
      `show ${run?.runId} --as export`,
      `rerun ${run?.runId}`,
      `resume ${run?.runId}`,
      `cancel ${run?.runId}`,
      `ask more --after ${run?.runId}`,
    ];
    for (const deed of deeds) {
      expect(textOf((await type(deed))[0]), deed).toContain('No run of this channel');
    }
    expect(posts).toHaveLength(posted);
    const offered = (channel: string) =>
      dispatcher.complete('show', 'run', '', { platform, who: ADA, channel });
    expect(await offered('c1')).toEqual([]);
    expect((await offered('c2')).map(({ value }) => value)).toEqual([run?.runId]);
  });

  test('completes nothing for whom it does not let in', async () => {
    const { dispatcher, platform } = await setUp(() => 'yes', 'access: { use: ["slack:T1:U1"] }');
    const from = { platform, who: ADA, channel: 'c1' };
    expect(await dispatcher.complete('ask', 'models', '', from)).toEqual([]);
  });

  test('asks nobody’s leave twice: a waiting run needs the right to its models too', async () => {
    const config = [
      'providers: { far: { base_url: "http://127.0.0.1:9/v1" } }',
      'models: [{ id: elm, provider: far, name: elm }]',
      'limits: { ask_above_calls: 1 }',
      'access: { models: { elm: ["test:ada"] } }',
    ].join('\n');
    const { dispatcher, app, type } = await setUp(() => 'yes', config);
    await type('ask hi --models elm --samples 5');
    await settled(dispatcher);
    const [run] = await app.runs.recent({ limit: 1 });
    const stranger = { who: { id: 'test:bob', name: 'bob' } };
    const [told] = await type(`resume ${run?.runId}`, stranger);
    expect(textOf(told)).toContain('You may not ask elm.');
    expect((await app.runs.recent({ limit: 1 }))[0]?.state).toBe('waiting');
  });

  describe('a fault of its own', () => {
    const broken = async (onFault?: (fault: unknown, platform: Platform) => void) => {
      const { app, store } = await testApp({ says: () => 'yes' });
      const logged: string[] = [];
      const log = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
      const config = () => {
        throw new Error('secret insides');
      };
      const dispatcher = createDispatcher({ ...app, config, log }, store, { onFault });
      const { platform } = fakePlatform();
      const { made, told } = invocation('probes');
      return { dispatcher, platform, made, told, logged };
    };

    test('is shown as one, and nothing more of it', async () => {
      const { dispatcher, platform, made, told } = await broken();
      const outcome = await dispatcher.handle(platform, made);
      expect(textOf(told[0])).toContain('Something broke on our side.');
      expect(textOf(told[0])).not.toContain('secret');
      expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'internal' } });
    });

    test('is logged with its platform', async () => {
      const { dispatcher, platform, made, logged } = await broken();
      await dispatcher.handle(platform, made);
      expect(logged).toHaveLength(1);
      expect(logged[0]).toContain('a command broke');
      expect(logged[0]).toContain('secret insides');
      expect(logged[0]).toContain('"platform":"fake:w1"');
    });

    test('goes to whoever asks for faults instead', async () => {
      const faults: unknown[] = [];
      const { dispatcher, platform, made, logged } = await broken((fault, where) => {
        faults.push([fault, where]);
      });
      await dispatcher.handle(platform, made);
      expect(faults).toEqual([[new Error('secret insides'), platform]]);
      expect(logged).toEqual([]);
    });

    test('that cannot even be shown is logged, and nothing is thrown', async () => {
      const { dispatcher, platform, made, logged } = await broken(() => {});
      const replyPrivately = () => Promise.reject(new Error('no such person'));
      const outcome = await dispatcher.handle(platform, { ...made, replyPrivately });
      expect(outcome.kind).toBe('failed');
      expect(logged.join('')).toContain('no such person');
      expect(logged.join('')).toContain('an error could not be shown');
    });
  });

  test('gives the outcome of an invocation, and its error to the reply', async () => {
    const { dispatcher, platform } = await setUp();
    const errors: unknown[] = [];
    const about = {
      replyPrivately: async (_: Message, error?: UserError) => void errors.push(error),
    };
    const handle = (line: string, id?: string) =>
      dispatcher.handle(platform, { ...invocation(line, about).made, ...(id ? { id } : {}) });
    expect(await handle('probes', 'once')).toMatchObject({
      kind: 'replied',
      reply: { to: 'asker' },
    });
    expect(await handle('probes', 'once')).toEqual({ kind: 'repeated' });
    const failed = await handle('run wordz');
    expect(failed).toMatchObject({ kind: 'failed', error: { code: 'not-found' } });
    expect(errors).toEqual([undefined, failed.kind === 'failed' && failed.error]);
  });

  test('has handled an invocation only when its error is shown', async () => {
    const { dispatcher, platform } = await setUp();
    const shown = Promise.withResolvers<void>();
    let handled = false;
    const { made } = invocation('run wordz', { replyPrivately: () => shown.promise });
    const handling = dispatcher.handle(platform, made).then(() => {
      handled = true;
    });
    await new Promise(setImmediate);
    expect(handled).toBe(false);
    shown.resolve();
    await handling;
  });

  test('logs no mistake of a person as a fault', async () => {
    const { app, store } = await testApp({ says: () => 'yes' });
    const faults: unknown[] = [];
    const dispatcher = createDispatcher(app, store, { onFault: (fault) => faults.push(fault) });
    await dispatcher.handle(fakePlatform().platform, invocation('run wordz').made);
    expect(faults).toEqual([]);
  });

  test('acts each time on an invocation that cannot come again', async () => {
    const { type } = await setUp();
    const about = { id: undefined };
    expect(await type('probes', about)).toHaveLength(1);
    expect(await type('probes', about)).toHaveLength(1);
  });

  test('completes nothing of a command that is none, and for the operator runs of all channels', async () => {
    const { dispatcher, app, type } = await setUp();
    await type('ask hello there --models larch --samples 1');
    await settled(dispatcher);
    const [run] = await app.runs.recent({ limit: 1 });
    const from = { platform: fakePlatform({ id: 'local' }).platform, who: ADA, channel: 'local' };
    expect(await dispatcher.complete('shwo', 'run', '', from)).toEqual([]);
    expect((await dispatcher.complete('show', 'run', '', from)).map(({ value }) => value)).toEqual([
      run?.runId,
    ]);
  });

  test('edits a message of which it hears twice no more often for it', async () => {
    const { app, store } = await testApp({ says: untilAborted });
    const edits: string[] = [];
    const { platform } = fakePlatform({
      edit: async (_, message) => void edits.push(JSON.stringify(message)),
    });
    const dispatcher = createDispatcher(app, store);
    const type = typist(dispatcher, platform);
    await type('ask hi --models larch --samples 1');
    const [run] = await app.runs.recent({ limit: 1 });
    await type(`cancel ${run?.runId}`);
    await settled(dispatcher);
    expect(edits.at(-1)).toContain('cancelled after 0 of 1');
    expect(edits.filter((edit) => edit === edits.at(-1))).toHaveLength(1);
  });

  test('edits what was shown before a restart, although the run has ended since', async () => {
    const { dispatcher, app, store, platform, shown, type } = await setUp(untilAborted);
    await type('ask hi --models larch --samples 1');
    await app.runs.stop();
    await settled(dispatcher);
    await platform.edit({ message: 'm1' }, noticeMessage('an older state'));

    const config = 'access: { models: { larch: ["test:eve"] } }';
    const second = await testApp({ says: untilAborted, store, config });
    const runs = { ...second.app.runs, resume: () => Promise.reject(new Error('not now')) };
    const logged: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
    const again = createDispatcher({ ...second.app, runs, log }, store);
    await again.adopt(platform);
    await settled(again);
    expect(textOf(shown.get('m1'))).toContain('hi');
    expect(logged.join('')).toContain('not now');
    expect(logged.join('')).toContain('an interrupted run could not go on');
  });

  test('says how long a run will take by the clock of the app', async () => {
    const start = new Date('2026-05-14T09:30:00Z');
    let answered = 0;
    const { app, store } = await testApp({
      says: (ask) => (answered++ < 8 ? 'yes' : untilAborted(ask)),
      now: () => start,
    });
    const { platform, shown } = fakePlatform();
    const dispatcher = createDispatcher(app, store);
    const type = typist(dispatcher, platform);
    await type('ask hi --models larch --samples 16');
    const [run] = await app.runs.recent({ limit: 1 });
    for await (const { settled: done } of app.runs.follow(run?.runId ?? '')) if (done >= 8) break;
    await type(`show ${run?.runId}`);
    const progress = shown.get('m2')?.view.blocks.find(({ kind }) => kind === 'progress');
    expect(progress).toMatchObject({ done: 8, total: 16, secondsLeft: 1 });
    await app.runs.stop();
    await settled(dispatcher);
  });

  test('logs which message could not be edited, and of which run', async () => {
    const { app, store } = await testApp({ says: () => 'yes' });
    const logged: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
    const edit = () => Promise.reject(new Error('the line dropped'));
    const dispatcher = createDispatcher({ ...app, log }, store);
    await typist(dispatcher, fakePlatform({ edit }).platform)('ask hi --models larch --samples 1');
    await settled(dispatcher);
    const [run] = await app.runs.recent({ limit: 1 });
    expect(logged.length).toBeGreaterThanOrEqual(5);
    expect(logged.at(-1)).toContain(`"run":"${run?.runId}","platform":"fake:w1"`);
    expect(logged.at(-1)).toContain('the line dropped');
  });

  test.each(['help', 'help run', 'probes', 'explain words', 'personas', 'models', 'history'])(
    'answers %s to the asker alone',
    async (line) => {
      const { posts, type } = await setUp();
      const told = await type(line);
      expect(told).toHaveLength(1);
      expect(told[0]?.view.state).toBe('info');
      expect(posts).toEqual([]);
    },
  );

  test('keeps both messages current where a run is shown a second time', async () => {
    const go = Promise.withResolvers<string>();
    const { dispatcher, app, posts, shown, type } = await setUp(() => go.promise);
    await type('ask hi --models larch --samples 1');
    const [run] = await app.runs.recent({ limit: 1 });
    await type(`show ${run?.runId}`);
    go.resolve('yes');
    await settled(dispatcher);

    expect(posts).toHaveLength(2);
    expect([...shown.values()].map(({ view }) => view.state)).toEqual(['done', 'done']);
  });

  test('keeps a run’s thread on each platform that shows it', async () => {
    const { dispatcher, app, posts, type } = await setUp();
    await type('ask hi --models larch --samples 1');
    await settled(dispatcher);
    const [run] = await app.runs.recent({ limit: 1 });
    const other = fakePlatform({ id: 'fake:w2' });
    await dispatcher.handle(other.platform, invocation(`show ${run?.runId}`).made);
    await settled(dispatcher);
    await type(`show ${run?.runId} --as answers`);

    expect(posts.at(-1)?.place.thread).toEqual({ message: 'm1' });
  });

  test('shows no interval of a probe that was stopped', async () => {
    let asks = 0;
    const { dispatcher, app, shown, type } = await setUp((ask) =>
      ++asks <= 20 ? 'yes' : untilAborted(ask),
    );
    await type('run words --models larch');
    const [run] = await app.runs.recent({ limit: 1 });
    for await (const { settled: done } of app.runs.follow(run?.runId ?? '')) if (done === 20) break;
    await type(`cancel ${run?.runId}`);
    await settled(dispatcher);

    const text = textOf(shown.get('m1'));
    expect(text).toContain('Stopped after 20 of 32 trials');
    expect(text).toContain('So far (partial)');
    expect(text).not.toContain('95 %');
  });

  test.each([
    ['--samples 3', /has 2 samples of each; 3 cannot follow up on them/],
    ['--models rowan', /rowan\/assistant has no answer in each sample/],
  ])('does not follow up on what was not said: %s', async (more, problem) => {
    const { dispatcher, app, type } = await setUp();
    await type('ask hi --models larch --samples 2');
    await settled(dispatcher);
    const [run] = await app.runs.recent({ limit: 1 });
    expect(textOf((await type(`ask why --after ${run?.runId} ${more}`))[0])).toMatch(problem);
  });

  test('does not repeat a follow-up with somebody who was not asked before', async () => {
    const { dispatcher, app, type } = await setUp();
    await type('ask hi --models larch --samples 1');
    await settled(dispatcher);
    const [first] = await app.runs.recent({ limit: 1 });
    await type(`ask why --after ${first?.runId}`);
    await settled(dispatcher);
    const [second] = await app.runs.recent({ limit: 1 });
    const [told] = await type(`rerun ${second?.runId} --models rowan`);
    expect(textOf(told)).toContain('rowan/assistant gave none');
  });

  test('repeats the same seeds where it is told to, and others where not', async () => {
    const { dispatcher, app, asks, type } = await setUp();
    await type('run words --models larch --samples 1');
    await settled(dispatcher);
    const [run] = await app.runs.recent({ limit: 1 });
    const seeds = () => asks.splice(0).map(({ seed }) => seed);
    const before = seeds();
    await type(`rerun ${run?.runId} --same-seed`);
    await settled(dispatcher);
    expect(seeds()).toEqual(before);
    await type(`rerun ${run?.runId}`);
    await settled(dispatcher);
    expect(seeds()).not.toEqual(before);
  });
});
