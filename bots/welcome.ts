import { randomUUID } from 'node:crypto';
import type { Config } from '../core/config/types.ts';
import type { Shelf } from '../core/store/store.ts';
import type { Message } from '../core/views/view.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Bot } from './platform.ts';

const PERSONAS = ['assistant', 'alien-scholar', 'pirate'];

/**
 * Welcomes whoever opens a fresh channel: with a finished comparison that this start makes on the
 * simulated cast, and how to add real models and platforms. Once for each channel; one in which
 * something was run is left alone. @param seen remembers where the welcome was shown.
 */
export async function welcome(
  dispatcher: Dispatcher,
  started: readonly Bot[],
  seen: Pick<Shelf, 'get' | 'set'>,
): Promise<void> {
  const fresh = started.find(({ welcomeChannel }) => welcomeChannel !== undefined);
  if (fresh?.welcomeChannel === undefined) return;
  const { platform, welcomeChannel } = fresh;
  const { app } = dispatcher;
  const channel = `${platform.id}:${welcomeChannel}`;
  if (await seen.get(channel)) return;
  if ((await app.runs.recent({ channel, limit: 1 })).length > 0) return;
  const simulated = simulatedIn(app.config());
  await platform.post(
    { channel: welcomeChannel },
    greeting(simulated[0], app.config(), started.length === 1),
  );
  await seen.set(channel, true);
  if (simulated.length === 0) return;
  const known = await app.personas.names();
  const personas = PERSONAS.filter((name) => known.includes(name)).join(',');
  await dispatcher.handle(platform, {
    id: randomUUID(),
    request: {
      line: `ask "Why do humans crave sugar?" --models ${simulated[0]} --personas ${personas} --samples 2`,
    },
    who: { id: 'local:dramatis', name: 'Dramatis' },
    channel: welcomeChannel,
    replyPrivately: async (message) =>
      app.log.warn({ message }, 'the first comparison was not made'),
  });
}

/** The simulated contestants: whoever judges by default is not one. */
function simulatedIn({ models, providers, defaults }: Config): readonly string[] {
  return [...models.values()]
    .filter(({ provider }) => providers.get(provider)?.simulated)
    .map(({ id }) => id)
    .filter((id) => id !== defaults.judge);
}

/** Says whether the models are a simulation, real ones, or both. */
function whoIsHere(simulated: string | undefined, { defaults }: Config): string {
  const real = `By default real models are asked: ${defaults.models.join(', ')}.`;
  if (simulated === undefined) return real;
  const cast = 'a simulated cast whose truth is known';
  return defaults.models.includes(simulated)
    ? `The models here are ${cast}: no real model is asked until you add one.`
    : `${real} Below, ${cast} has made a first comparison, for nothing.`;
}

function greeting(simulated: string | undefined, config: Config, only: boolean): Message {
  const probe = simulated ?? config.defaults.models[0];
  return {
    view: {
      state: 'info',
      blocks: [
        { kind: 'heading', text: 'Who is answering?' },
        {
          kind: 'text',
          text: `Ask a few models, each under a few personas, the same thing, and see them side by side. ${whoIsHere(simulated, config)}`,
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
              line: `run embodiment-slip${probe === undefined ? '' : ` --models ${probe}`} --samples 2`,
            },
            {
              label: 'Add a model',
              text: 'Name it in dramatis.yaml and put its key into .env, as the README shows; servers on this machine are found by themselves.',
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
