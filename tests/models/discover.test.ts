import { describe, expect, test } from 'vitest';
import { discoverLocal } from '../../core/models/discover.ts';
import { type Answer, serve, status } from './server.ts';

const lists = (owner: string, ...ids: string[]) =>
  status(200, { object: 'list', data: ids.map((id) => ({ id, owned_by: owner })) });

async function look(...answers: readonly Answer[]) {
  const servers = await Promise.all(answers.map((answer) => serve(answer)));
  const ports = servers.map(({ port }) => ({ port, preset: 'ollama' }));
  return { servers, ports };
}

describe('local servers', () => {
  test('are found with their models', async () => {
    const { servers, ports } = await look(lists('library', 'llama3.2:3b', 'nomic-embed-text'));
    expect(await discoverLocal({ ports })).toEqual([
      { preset: 'ollama', baseUrl: servers[0]?.baseUrl, models: ['llama3.2:3b'] },
    ]);
    expect(servers[0]?.received).toMatchObject([{ path: '/v1/models' }]);
  });

  test('say themselves what they are, on whatever port', async () => {
    const { ports } = await look(
      lists('vllm', 'a'),
      lists('llamacpp', 'b'),
      lists('constructor', 'c'),
    );
    const found = await discoverLocal({ ports });
    expect(found.map(({ preset }) => preset)).toEqual(['vllm', 'llamacpp', 'ollama']);
  });

  test.each<[string, Answer]>([
    ['a page', (response) => response.end('<!doctype html>')],
    ['other JSON', status(200, { data: [{ name: 'x' }] })],
    ['no models', lists('library')],
    ['a simulated cast', lists('simulation', 'larch')],
    ['an error', status(404, { data: [{ id: 'x' }] })],
    ['a dropped connection', (response) => response.destroy()],
  ])('are not mistaken for %s', async (_, answer) => {
    const { ports } = await look(answer);
    expect(await discoverLocal({ ports })).toEqual([]);
  });

  test('that point elsewhere are not followed', async () => {
    const elsewhere = await serve(lists('library', 'a'));
    const location = `${elsewhere.baseUrl}/models`;
    const { ports } = await look((response) => response.writeHead(302, { location }).end());
    expect(await discoverLocal({ ports })).toEqual([]);
    expect(elsewhere.received).toEqual([]);
  });

  test('do not include what is to be ignored', async () => {
    const { servers, ports } = await look(lists('library', 'a'));
    const ignore = [`http://localhost:${servers[0]?.port}/v1`, 'simulated:'];
    expect(await discoverLocal({ ports, ignore })).toEqual([]);
    expect(servers[0]?.received).toEqual([]);
  });

  test('that are slow are not waited for', async () => {
    const slow: Answer = (response) => response.writeHead(200).write('{');
    const { ports } = await look(slow, slow, lists('library', 'a'), () => {});
    const startedAt = performance.now();
    expect(await discoverLocal({ ports, timeoutMs: 100 })).toHaveLength(1);
    expect(performance.now() - startedAt).toBeLessThan(400);
  });

  test('that nobody runs are looked for in vain', async () => {
    expect(await discoverLocal({ ports: [{ port: 1, preset: 'vllm' }] })).toEqual([]);
  });
});
