import { randomUUID } from 'node:crypto';
import type { Message } from '../core/views/view.ts';
import type { Started } from './adapters.ts';
import type { Desk } from './desk.ts';

const CHANNEL = 'local';
const PERSONAS = ['assistant', 'alien-scholar', 'pirate'];

/**
 * What a fresh local channel shows: a finished comparison that this start makes on the simulated
 * cast, and how to add real models and platforms. A channel in which something was run is left alone.
 */
export async function welcome(desk: Desk, started: readonly Started[]): Promise<void> {
  const port = started.find((bot) => bot.port)?.port;
  const { lab } = desk;
  if (!port || (await lab.runs.recent({ channel: `${port.id}:${CHANNEL}`, limit: 1 })).length > 0) {
    return;
  }
  await port.post({ channel: CHANNEL }, greeting(started));
  const { models, providers } = lab.config();
  const simulated = [...models.values()]
    .filter(({ provider }) => providers.get(provider)?.simulated)
    .map(({ id }) => id)
    .filter((id) => id !== lab.config().defaults.judge);
  if (simulated.length === 0) return;
  const personas = PERSONAS.filter((name) => lab.personas.has(name)).join(',');
  await desk.handle(port, {
    id: randomUUID(),
    request: {
      line: `ask "Why do humans crave sugar?" --models ${simulated[0]} --personas ${personas} --samples 2`,
    },
    who: { id: 'local:dramatis', name: 'Dramatis' },
    channel: CHANNEL,
    tell: async (message) => lab.log.warn({ message }, 'the first comparison was not made'),
  });
}

function greeting(started: readonly Started[]): Message {
  const only = started.length === 1;
  return {
    view: {
      state: 'info',
      blocks: [
        { kind: 'heading', text: 'Who is answering?' },
        {
          kind: 'text',
          text: 'Ask a few models, each under a few personas, the same thing, and see them side by side. The models here are a simulated cast whose truth is known: no real model is asked until you add one.',
        },
        {
          kind: 'list',
          items: [
            {
              label: 'Ask them something',
              text: 'One question, their answers side by side.',
              line: 'ask "What are you, really?" --personas assistant,pirate,ghost',
            },
            {
              label: 'Run a probe',
              text: 'Does “our bodies” follow the persona? Estimates, intervals, one careful sentence.',
              line: 'run embodiment-slip --models larch --samples 2',
            },
            {
              label: 'Add a real model',
              text: 'Copy dramatis.example.yaml to dramatis.yaml and name a provider and its key; servers on this machine are found by themselves.',
              line: 'models',
            },
          ],
        },
        {
          kind: 'note',
          text: only
            ? 'To have the same commands in Slack or Discord, put their tokens into .env (see .env.example) and start again.'
            : 'The same commands work on every platform that is connected.',
        },
      ],
      actions: [],
    },
  };
}
