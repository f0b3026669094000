import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FixedServer {
  readonly port: number;
  close(): void;
}

/** Answers every chat with the same words after a fixed time, as a stream of a few pieces. */
export async function startFixedServer(
  latencyMs: number,
  pieces: readonly string[],
): Promise<FixedServer> {
  const event = (delta: object, finish: string | null) =>
    `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
  const body = [...pieces.map((content) => event({ content }, null)), event({}, 'stop')];
  const whole = `${body.join('')}data: [DONE]\n\n`;
  const server = createServer((request, response) => {
    request.resume();
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(whole);
    }, latencyMs);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
