import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How long a model takes for its answer. */
const LATENCY_MS = 20;

/** Answers every chat with a letter in turn, as a stream of two pieces. In a process of its own. */
let answers = 0;
const server = createServer((request, response) => {
  request.resume();
  setTimeout(() => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const piece = (delta: object, finish: string | null) =>
      `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
    answers += 1;
    const letter = 'AABABC'[answers % 6] ?? 'A';
    response.end(`${piece({ content: letter }, null)}${piece({}, 'stop')}data: [DONE]\n\n`);
  }, LATENCY_MS);
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
