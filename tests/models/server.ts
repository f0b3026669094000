import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  // biome-ignore lint/suspicious/noExplicitAny: whatever was sent, for the test to look into.
  readonly body: any;
}

/** How the server answers one request. */
export type Answer = (response: ServerResponse, request: Received) => unknown;

/** A server that gives its answers in turn, the last one over and over. It ends with the test. */
export async function serve(...answers: readonly [Answer, ...Answer[]]) {
  const received: Received[] = [];
  const open = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    open.add(response);
    response.on('close', () => open.delete(response));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const { url: path = '', headers } = request;
    const one = { path, headers, body: text === '' ? undefined : JSON.parse(text) };
    received.push(one);
    const answer = answers[Math.min(received.length, answers.length) - 1];
    answer?.(response, one);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, port, received, open };
}

export function event(data: unknown): string {
  return `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}

export function delta(content: unknown, more: object = {}): string {
  return event({ model: 'rowan-1-0601', choices: [{ index: 0, delta: { content, ...more } }] });
}

export function end(finish_reason = 'stop', more: object = {}): string {
  return event({ choices: [{ index: 0, delta: {}, finish_reason }], ...more }) + event('[DONE]');
}

/** A stream of events, whole. */
export function stream(...events: readonly string[]): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const one of events) response.write(one);
    response.end();
  };
}

/** The usual answer: these words, a piece each. */
export function says(text: string): Answer {
  return stream(...text.split(/(?<= )/).map((piece) => delta(piece)), end());
}

export function status(
  code: number,
  body: unknown = {},
  headers: Record<string, string> = {},
): Answer {
  return (response) => {
    response.writeHead(code, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}
