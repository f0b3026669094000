import { readFile } from 'node:fs/promises';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { asUserError, UserError } from '../../../core/domain/user-error.ts';
import { digits } from '../../../core/text/plural.ts';
import { LIMITS } from '../limits.ts';
import { events } from '../send/events.ts';
import { download } from '../send/files.ts';
import { type gallery, PICTURE_POLICY, size } from '../send/pictures.ts';
import { assets } from './assets.ts';
import { completeText } from './complete.ts';
import { headers, ownPagesOnly } from './guard.ts';
import { type DispatchParts, dispatch, explainError, requestSchema } from './invocation.ts';
import { type PagesParts, type Wanted, wholePage } from './pages.ts';

export interface RoutesParts extends DispatchParts, PagesParts {
  /** The platform that is listened on, as browsers name it. */
  readonly listening: () => number;
  readonly gallery: ReturnType<typeof gallery> | undefined;
}

const SEND_LESS = `Send at most ${digits(LIMITS.line.max)} characters as one command.`;
const completing = z.strictObject({ text: z.string().max(LIMITS.line.max), caret: z.int().min(0) });

/** Everything that a browser can ask of the channel. */
export function createRoutes(parts: RoutesParts): Hono {
  const { channel, privateReplies, surroundings, dispatcher } = parts;
  const app = new Hono();
  const show = (context: Context, wanted: Wanted) => {
    context.header('Cache-Control', 'no-store');
    return context.html(wholePage(parts, wanted));
  };
  app.use(headers, ownPagesOnly(parts.listening));
  app.use(
    bodyLimit({
      maxSize: LIMITS.bodyBytes.max,
      onError: (context) =>
        context.json(
          explainError(
            privateReplies,
            new UserError('That is too long.', SEND_LESS, { code: 'limit' }),
          ),
          413,
        ),
    }),
  );
  app.route('/', assets());

  app.get('/', (context) =>
    show(context, { pane: 'channel', before: context.req.query('before') }),
  );
  app.get('/runs', (context) => show(context, { pane: 'rail' }));
  app.get('/runs/:address/:pane{thread}?', (context) => {
    const { address, pane } = context.req.param();
    const found = channel.find(address);
    const root = found?.root === undefined ? found : channel.get(found.root);
    if (!root) return context.notFound();
    return show(context, {
      pane: pane === undefined && found === root ? 'channel' : 'thread',
      root,
    });
  });

  app.get('/events', (context) => events(context, channel, surroundings));

  app.post('/commands', async (context) => {
    const read = requestSchema.safeParse(await json(context));
    if (read.success) return context.json(await dispatch(parts, read.data));
    return context.json(
      explainError(
        privateReplies,
        new UserError('This page sent something that can’t be read.', `Reload it. ${SEND_LESS}`),
      ),
      400,
    );
  });
  app.post('/complete', async (context) => {
    const read = completing.safeParse(await json(context));
    if (!read.success) return context.json({ from: 0, to: 0, choices: [] }, 400);
    return context.json(await completeText(dispatcher.app, read.data.text, read.data.caret));
  });

  app.get('/files/:message/:index{[0-9]+}', (context) => {
    const { message, index } = context.req.param();
    const posted = channel.get(message) ?? privateReplies.get(message);
    const file = posted?.message.files?.[Number(index)];
    return file ? download(context, file) : context.notFound();
  });
  app.get('/pictures/:hash{[0-9a-f]+\\.svg}', async (context) => {
    const wanted = size.safeParse(context.req.query());
    const hash = context.req.param('hash').replace('.svg', '');
    const svg = wanted.success ? await parts.gallery?.get(hash, wanted.data) : undefined;
    if (svg === undefined) return context.notFound();
    return context.body(svg, 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Security-Policy': PICTURE_POLICY,
      'Cache-Control': 'private, max-age=3600',
    });
  });
  app.get('/docs/:name', async (context) => {
    const doc = parts.docs.find(({ href }) => href === context.req.path);
    return doc ? context.text(await readFile(doc.file, 'utf8')) : context.notFound();
  });

  app.notFound((context) =>
    context.text('There is nothing at this address. The channel is at /.\n', 404),
  );
  app.onError((error, context) => {
    if (!(error instanceof UserError))
      dispatcher.app.log.error({ err: error }, 'the local channel broke');
    const { message, hint } = asUserError(error);
    return context.text(`${message} ${hint}\n`, 500);
  });
  return app;
}

async function json(context: Context): Promise<unknown> {
  if (!context.req.header('content-type')?.startsWith('application/json')) return undefined;
  return context.req.json().catch(() => undefined);
}
