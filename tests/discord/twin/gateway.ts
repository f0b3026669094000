import type { Server } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { guildObject, user } from './objects.ts';
import type { World } from './world.ts';

const frame = z.object({ op: z.number(), d: z.unknown() });
const identify = z.object({ token: z.string(), intents: z.number() });
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

const GUILDS = 1;
const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** What the bot sent, in order, so that a test can wait for it. */
export interface Sent {
  readonly op: number;
  readonly d: unknown;
}

export interface Gateway {
  readonly url: () => string;
  readonly sent: readonly Sent[];
  /** Sends an event, or keeps it for who resumes later. */
  dispatch(type: string, data: unknown): void;
  /** Asks the bot to connect again and to resume. */
  askToReconnect(): void;
  /** Cuts the connection with a close code. */
  cut(code: number): void;
  connections(): number;
  close(): void;
}

/** A gateway that speaks the protocol: hello, identify, ready, heartbeats, resume with replay, close codes. */
export function gateway(
  server: Server,
  world: World,
  options: { readonly heartbeatMs: number; readonly closeOnIdentify: number | undefined },
  changed: () => void,
): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway' });
  const sent: Sent[] = [];
  const events: { s: number; t: string; d: unknown }[] = [];
  let current: WebSocket | undefined;

  const send = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message));
  const replay = (socket: WebSocket, after: number) => {
    for (const event of events) {
      if (event.s > after) send(socket, { op: OP.dispatch, ...event });
    }
  };
  const dispatch = (t: string, d: unknown) => {
    const event = { s: events.length + 1, t, d };
    events.push(event);
    if (current) send(current, { op: OP.dispatch, ...event });
  };
  const url = () => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return `ws://127.0.0.1:${address.port}/gateway`;
  };

  const onIdentify = (socket: WebSocket, data: unknown) => {
    const { token, intents } = identify.parse(data);
    if (options.closeOnIdentify) return socket.close(options.closeOnIdentify);
    if (token !== world.token) return socket.close(4004, 'Authentication failed.');
    if (intents !== GUILDS) return socket.close(4014, 'Disallowed intent(s).');
    current = socket;
    const guilds = world.joined ? [{ id: world.guild, unavailable: true }] : [];
    dispatch('READY', {
      v: 10,
      user: user(world.bot, 'Dramatis', true),
      guilds,
      session_id: 'session',
      resume_gateway_url: url(),
      application: { id: world.application, flags: 0 },
    });
    if (world.joined) dispatch('GUILD_CREATE', guildObject(world));
  };

  const onResume = (socket: WebSocket, data: unknown) => {
    const { token, session_id, seq } = resume.parse(data);
    if (token !== world.token || session_id !== 'session') {
      return send(socket, { op: OP.invalidSession, d: false });
    }
    replay(socket, seq);
    current = socket;
    dispatch('RESUMED', null);
  };

  sockets.on('connection', (socket) => {
    send(socket, { op: OP.hello, d: { heartbeat_interval: options.heartbeatMs } });
    socket.on('close', () => {
      if (current === socket) current = undefined;
      changed();
    });
    socket.on('message', (raw: RawData) => {
      const { op, d } = frame.parse(JSON.parse(raw.toString()));
      sent.push({ op, d });
      if (op === OP.heartbeat) send(socket, { op: OP.heartbeatAck });
      if (op === OP.identify) onIdentify(socket, d);
      if (op === OP.resume) onResume(socket, d);
      changed();
    });
  });

  return {
    url,
    sent,
    dispatch,
    askToReconnect() {
      if (current) send(current, { op: OP.reconnect, d: null });
      current = undefined;
    },
    cut(code) {
      current?.close(code);
      current = undefined;
    },
    connections: () => sockets.clients.size,
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
