// A program that embeds the core: its types are checked here against the source, and once more against the package.
import {
  createApp,
  defineCommand,
  defineMeasure,
  defineProbe,
  defineScorer,
  figureFields,
  reference,
  type Snapshot,
  UserError,
  z,
} from 'dramatis';

export const scorer = defineScorer({
  name: 'shouting',
  about: 'whether the answer is in capitals',
  options: z.strictObject({ least: z.int().min(1).default(3) }),
  needsJudge: false,
  score: async ({ options, answer }) => {
    const capitals: number = answer.replaceAll(/[^A-Z]/g, '').length;
    return {
      status: 'scored',
      value: capitals >= options.least ? 1 : 0,
      reason: `${capitals} capitals`,
    };
  },
});

export const command = defineCommand({
  name: 'greet',
  about: 'Greet somebody',
  options: {
    who: { kind: 'text', about: 'Whom', required: true, positional: true },
    often: { kind: 'integer', about: 'How often', min: 1, max: 9 },
  },
  examples: ['greet Ada'],
  run: async ({ who, often = 1 }) => {
    // @ts-expect-error a text is no number: the values have the types of their options.
    const wrong: number = who;
    if (wrong === often) throw new UserError('That cannot be.', 'Greet somebody else.');
    return { to: 'live', run: who.repeat(often) };
  },
});

export const measure = defineMeasure({
  kind: 'above',
  fields: { ...figureFields, score: z.string(), least: z.number().default(0) },
  references: ({ score }) => reference('score', 'score', score),
  figure: {
    scores: ({ score }) => [score],
    values: (judged, { score, least, ...rest }) => {
      // @ts-expect-error a measure has the fields that its kind declares, and no others.
      const wrong: number = rest.most;
      return judged.replies(score).map((reply) => {
        const value = Number(judged.verdict(score, reply)?.value ?? wrong);
        const { outcome } = reply;
        return {
          outcome,
          value: Math.max(0, value - least),
          length: reply.text === undefined ? reply.characters : reply.text.length,
        };
      });
    },
    form: ({ least }) => ({ format: 'points', scale: [0, 100 - least] }),
  },
});

export const probe = defineProbe({
  name: 'mine',
  version: 1,
  title: 'does it say “yes”?',
  about: 'A probe in code.',
  source: [{ label: 'ours' }],
  conditions: [{ id: 'plain', label: 'plain' }],
  baseline: 'plain',
  items: [{ id: 'one', ask: 'Yes or no?' }],
  scores: [{ id: 'says-yes', by: 'pattern', pattern: '\\byes\\b' }],
  measures: [
    { id: 'yes', label: 'says yes', kind: 'share', when: [{ score: 'says-yes', is: [1] }] },
  ],
  psm: { predicts: 'It does.', against: 'It does not.' },
});

/** Asks the cast, and waits for the answers. */
export async function ask(question: string): Promise<Snapshot | undefined> {
  const { app, close } = await createApp({ env: { DRAMATIS_STORE: 'memory:' }, castPace: 0 });
  try {
    const context = { app, who: { id: 'test:ada', name: 'ada' }, channel: 'test:here' };
    const values = { prompt: question, models: ['larch'], samples: 1 };
    const reply = await app.commands.get('ask')?.run(values, context);
    if (reply?.to !== 'live') throw new Error('ask shows a run');
    let last: Snapshot | undefined;
    for await (const snapshot of app.runs.follow(reply.run)) last = snapshot;
    return last;
  } finally {
    await close();
  }
}
