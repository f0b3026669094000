import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Body, File } from './world.ts';

/** A request of the bot's, read. */
export interface Asked {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly body: Body;
  readonly files: readonly File[];
  readonly authorized: string | undefined;
  /** When it came in, in milliseconds of `performance.now`. */
  readonly at: number;
}

export interface Told {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const done: Told = { status: 204 };

/** A refusal in Discord's form. */
export function refusal(status: number, code: number, message: string): Told {
  return { status, body: { code, message } };
}

export function ok(body: unknown): Told {
  return { status: 200, body };
}

export async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  const { pathname } = new URL(request.url ?? '/', 'http://twin');
  const common = {
    method: request.method ?? 'GET',
    path: decodeURIComponent(pathname).replace(/^\/api\/v10/, ''),
    authorized: request.headers.authorization,
    at: performance.now(),
  };
  if (!type.startsWith('multipart/')) {
    return { ...common, body: bytes.length > 0 ? JSON.parse(bytes.toString()) : {}, files: [] };
  }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files: File[] = [];
  for (const [key, value] of form) {
    if (!key.startsWith('files[') || typeof value === 'string') continue;
    files.push({ name: value.name, size: value.size, text: await value.text() });
  }
  return { ...common, body: JSON.parse(String(form.get('payload_json'))), files };
}

export function write(response: ServerResponse, { status, body, headers }: Told): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
