import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { METHODS, reject } from './twin/methods.ts';
import { type Call, type Fault, type Workspace, workspace } from './twin/state.ts';

export const BOT_TOKEN = 'xoxb-twin-bot';
export const APP_TOKEN = 'xapp-twin-app';
export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

/** Slack on loopback: its Web API, its response addresses, its file server and its Socket Mode. */
export interface Twin extends Workspace {
  readonly apiUrl: string;
  /** An address for answers to one interaction, good for five of them. */
  responseUrl(): string;
  /** The next calls of a method are answered so, in this order. */
  fail(method: string, ...faults: Fault[]): void;
  /** The first call, made already or yet to come, of which this is true. */
  seen(matches: (call: Call) => boolean): Promise<Call>;
  /** Sends an envelope over Socket Mode; resolves with what the acknowledgement carried. */
  send(envelope: { readonly type: string; readonly payload: unknown }): Promise<unknown>;
  /** The sockets that are open. */
  connections(): number;
  /** Resolves at the next connection of a socket. */
  connected(): Promise<void>;
  /** Tells the client to connect anew, as Slack does every few hours. */
  refresh(): void;
  stop(): Promise<void>;
}

export async function startTwin(more: Partial<Pick<Workspace, 'scopes'>> = {}): Promise<Twin> {
  const space = { ...workspace(), ...more };
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

  const acks = new Map<string, (payload: unknown) => void>();
  const watchers = new Set<(call: Call) => void>();
  let live: WebSocket | undefined;
  sockets.on('connection', (ws) => {
    live = ws;
    ws.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      acks.get(envelope_id)?.(payload);
    });
    ws.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
  });

  return {
    ...space,
    apiUrl: `${base}/api/`,
    responseUrl() {
      const id = `r${space.next()}`;
      space.responseUrls.set(id, 0);
      return `${base}/respond/${id}`;
    },
    fail(method, ...faults) {
      space.faults.set(method, [...(space.faults.get(method) ?? []), ...faults]);
    },
    seen(matches) {
      const before = space.calls.find(matches);
      if (before) return Promise.resolve(before);
      return new Promise((resolve) => {
        const watch = (call: Call) => {
          if (!matches(call)) return;
          watchers.delete(watch);
          resolve(call);
        };
        watchers.add(watch);
      });
    },
    send({ type, payload }) {
      const envelope_id = `e${space.next()}`;
      const acknowledged = new Promise<unknown>((resolve) => acks.set(envelope_id, resolve));
      live?.send(
        JSON.stringify({
          type,
          envelope_id,
          payload,
          accepts_response_payload: type !== 'events_api',
        }),
      );
      return acknowledged;
    },
    connections: () => [...sockets.clients].filter((ws) => ws.readyState === ws.OPEN).length,
    async connected() {
      await once(sockets, 'connection');
    },
    refresh() {
      live?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    async stop() {
      for (const ws of sockets.clients) ws.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const [, kind, rest = ''] = /^\/(\w+)\/(.*)$/.exec(request.url ?? '') ?? [];
    if (kind === 'api') return api(rest, request, body.toString(), response);
    if (kind === 'upload') return upload(rest, body, response);
    if (kind === 'respond') return respond(rest, body.toString(), response);
    response.writeHead(404).end();
  }

  function api(
    method: string,
    request: IncomingMessage,
    body: string,
    response: ServerResponse,
  ): void {
    const call: Call = { method, args: decode(body) };
    space.calls.push(call);
    const fault = space.faults.get(method)?.shift();
    if (fault && 'status' in fault) {
      response.writeHead(fault.status, fault.headers).end();
    } else {
      response.writeHead(200, {
        'content-type': 'application/json',
        'x-oauth-scopes': space.scopes.join(','),
      });
      response.end(JSON.stringify(fault ? { ok: false, ...fault } : result(call, request)));
    }
    for (const watch of [...watchers]) watch(call);
  }

  function result({ method, args }: Call, { headers }: IncomingMessage): unknown {
    const wanted = method === 'apps.connections.open' ? APP_TOKEN : BOT_TOKEN;
    const known = METHODS[method];
    if (headers.authorization !== `Bearer ${wanted}`) return { ok: false, error: 'invalid_auth' };
    if (!known) return { ok: false, error: 'unknown_method' };
    if (known.scope && !space.scopes.includes(known.scope)) {
      return { ok: false, error: 'missing_scope', needed: known.scope };
    }
    return known.answer(space, args, base);
  }

  function upload(id: string, bytes: Buffer, response: ServerResponse): void {
    const file = space.files.get(id);
    if (!file || file.length !== bytes.length) return void response.writeHead(400).end();
    space.files.set(id, { ...file, bytes });
    response.writeHead(200).end(`OK - ${bytes.length}`);
  }

  function respond(id: string, body: string, response: ServerResponse): void {
    const call: Call = { method: 'respond', args: JSON.parse(body) };
    space.calls.push(call);
    const uses = space.responseUrls.get(id);
    const fault = space.faults.get('respond')?.shift();
    if (fault || uses === undefined || uses >= 5) {
      response.writeHead(404).end(JSON.stringify({ ok: false, error: 'expired_url' }));
    } else {
      space.responseUrls.set(id, uses + 1);
      const rejected = reject(space, call.args);
      response.writeHead(rejected ? 400 : 200).end(rejected ? JSON.stringify(rejected) : 'ok');
      if (!rejected) {
        const { text, blocks } = call.args;
        space.ephemerals.push({ user: 'response_url', text: String(text), blocks });
      }
    }
    for (const watch of [...watchers]) watch(call);
  }
}

/** Form fields; what was JSON is JSON again. */
function decode(body: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [
      key,
      /^[[{]/.test(value) && key !== 'text' ? JSON.parse(value) : value,
    ]),
  );
}
