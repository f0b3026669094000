import { expect, test } from 'vitest';
import { createDispatcher } from '../../bots/dispatcher.ts';
import { welcome } from '../../bots/welcome.ts';
import { testApp } from '../fixtures/app.ts';
import { fakePlatform } from '../fixtures/platform.ts';

async function welcomed(config: string, starts = 1) {
  const { platform, posts } = fakePlatform({ id: 'local' });
  let store: Awaited<ReturnType<typeof testApp>>['store'] | undefined;
  for (let start = 0; start < starts; start++) {
    const opened = await testApp({ says: () => 'yes', config, ...(store ? { store } : {}) });
    store = opened.store;
    const dispatcher = createDispatcher(opened.app, store);
    const started = [{ banner: 'here', platform, welcomeChannel: 'local', stop: async () => {} }];
    await welcome(dispatcher, started, store.namespace('welcome'));
    await dispatcher.stop();
  }
  return posts.map(({ message: { view } }) => JSON.stringify(view.blocks));
}

const REAL = [
  'providers: { far: { base_url: "http://127.0.0.1:9/v1" } }',
  'models: [{ id: elm, provider: far, name: elm }]',
].join('\n');

test('a fresh channel shows a greeting and a first comparison, once', async () => {
  const posts = await welcomed('', 2);
  expect(posts).toHaveLength(2);
  expect(posts[0]).toContain('no real model is asked until you add one');
  expect(posts[1]).toContain('Why do humans crave sugar?');
});

test('it says that real models are asked where they are, and compares the cast all the same', async () => {
  const [greeting, comparison] = await welcomed(REAL);
  expect(greeting).toContain('By default real models are asked: elm.');
  expect(greeting).not.toContain('no real model');
  expect(comparison).toContain('larch');
});

test('without the cast it greets once, speaks of no simulation and asks nobody', async () => {
  const posts = await welcomed(`${REAL}\ncast: false`, 2);
  expect(posts).toHaveLength(1);
  expect(posts[0]).not.toContain('simulated');
  expect(posts[0]).toContain('--models elm');
});

test('where nobody is let in the greeting does not come again at each start', async () => {
  expect(await welcomed('access: { use: ["slack:T1:U1"] }', 2)).toHaveLength(1);
});
