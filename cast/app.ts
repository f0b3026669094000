import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { DialectError, errorBody } from './dialect/error.ts';
import { chat } from './endpoints/chat.ts';
import { completions } from './endpoints/completions.ts';
import type { CastContext, Setting } from './endpoints/setting.ts';
import { MODELS } from './models.ts';

const LARGEST_BODY = 4 * 1024 * 1024;
/** When the cast's models were “made”: a constant, since the dialect wants a date. */
const CREATED = Date.UTC(2026, 0, 1) / 1000;

const modelEntry = (id: string) => ({
  id,
  object: 'model',
  created: CREATED,
  owned_by: 'simulation',
});

function failed(context: CastContext, error: DialectError): Response {
  return context.json(errorBody(error), error.status, error.headers);
}

/** The cast's routes, in the OpenAI dialect. Whatever goes wrong is answered in its error shape. */
export function castApp(setting: Setting): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (context) => failed(context, new DialectError(413, 'The body is over 4 MiB.')),
    }),
  );
  app.get('/v1/models', (context) =>
    context.json({ object: 'list', data: [...MODELS.keys()].map(modelEntry) }),
  );
  app.get('/v1/models/:id', (context) => {
    const id = context.req.param('id');
    if (MODELS.has(id)) return context.json(modelEntry(id));
    throw new DialectError(404, `The model '${id}' does not exist.`, { code: 'model_not_found' });
  });
  app.post('/v1/chat/completions', (context) => chat(context, setting));
  app.post('/v1/completions', (context) => completions(context, setting));
  app.notFound((context) => {
    const where = `${context.req.method} ${context.req.path}`;
    return failed(context, new DialectError(404, `There is nothing at ${where}.`));
  });
  app.onError((error, context) => {
    const known =
      error instanceof DialectError
        ? error
        : new DialectError(500, 'The simulated cast has a fault of its own.', { code: 'internal' });
    return failed(context, known);
  });
  return app;
}
