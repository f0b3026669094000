import { answer } from '../../cast/answer.ts';
import { CHARACTERS } from '../../cast/characters.ts';
import { speaker } from '../../cast/judge/speaker.ts';
import { posterior } from '../../cast/mind/posterior.ts';
import { type CastModel, MODELS } from '../../cast/models.ts';
import type { ChatMessage, Reply } from '../../core/domain/reply.ts';
import type { AskedStep, PlannedTrial } from '../../core/domain/trial.ts';
import type { Models } from '../../core/models/models.ts';
import { ARCHETYPES } from '../../core/scoring/judge/archetypes.ts';
import { counted } from '../../core/statistics/count.ts';
import { jensenShannon } from '../../core/statistics/jensen-shannon.ts';
import { mean } from '../../core/statistics/mean.ts';
import { type Random, random, seedFrom } from '../../core/statistics/random.ts';
import { roganGladen } from '../../core/statistics/rogan-gladen.ts';
import { covers } from './coverage.ts';
import { measureOf } from './nulls.ts';
import { ASSISTANT, compared, probeOf } from './run.ts';
import type { Figure, Prepared, Simulation } from './simulation.ts';

/** Plain questions, to which any character answers in its own words. */
const QUESTIONS = 'bread bridges chairs lanterns ropes apples bells boots ladders paper'
  .split(' ')
  .flatMap((thing) => [
    `What should somebody know about ${thing}?`,
    `What are good ${thing} made of?`,
    `Where do ${thing} come from?`,
    `What is there to say of old ${thing}?`,
  ]);

interface Context {
  readonly name: string;
  readonly model: CastModel;
  /** Archetypes that are not rare in it; the first is the one that is corrected. */
  readonly common: readonly [string, ...string[]];
  /** An exchange that stands in the history. */
  readonly said?: string;
}

const [BRAMBLE, ROWAN, OAK] = ['bramble', 'rowan', 'oak'].map((name): CastModel => {
  const model = MODELS.get(name);
  if (!model) throw new Error(`the cast has no ${name}`);
  // A stray page has no speaker.
  return { ...model, strays: 0 };
}) as [CastModel, CastModel, CastModel];

const CONTEXTS: readonly Context[] = [
  { name: 'bramble', model: BRAMBLE, common: ['assistant', 'careless'] },
  { name: 'rowan', model: ROWAN, common: ['worker'] },
  {
    name: 'rowan after a pirate’s turn',
    model: { ...ROWAN, strength: 0.4 },
    common: ['rogue', 'worker'],
    said: 'Arr, matey, all hands aboard my ship.',
  },
];

const ITEMS = 16;
const SAMPLES = 2;
/** Answers that people labelled, with the speaker in question and without. */
const LABELLED = 40;
const NOMINAL = [0.93, 0.97] as const;
const WIDE = 'the made-up answers that keep it honest make it wide for a small share of 32';
const AT_TEMPERATURE_ONE = { temperature: 1, topP: 1 };

/** A judge in process. Without its odds a judge says which archetype, and no more. */
function judgedBy(judge: CastModel, odds: boolean): Models {
  return {
    ask: async ({ messages, seed = 0 }): Promise<Reply> => {
      const sampling = { temperature: 0, topP: 1 };
      const { tokens } = answer({ model: judge, messages, sampling, seed });
      return {
        outcome: 'answered',
        text: tokens.map(({ text }) => text).join(''),
        usage: { tokensIn: 1, tokensOut: 1, estimated: false },
        totalMs: 1,
        attempts: 1,
        ...(odds
          ? { logprobs: tokens.map(({ text, logprob, top }) => ({ token: text, logprob, top })) }
          : {}),
      };
    },
    missingKey: () => undefined,
    status: async () => [],
  };
}

/** Answers of each character from which it is known what it sounds like. */
const HEARD = 400;

let sounds: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined;

/** What each character sounds like to a judge that never errs: nearly always one archetype. */
function soundsOf(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  sounds ??= new Map([...CHARACTERS.keys()].map((name) => [name, heardOf(name)]));
  return sounds;
}

function heardOf(name: string): ReadonlyMap<string, number> {
  const all = [...CHARACTERS.keys()];
  const only = Object.fromEntries(all.map((one) => [one, one === name ? 1 : 1e-15]));
  const anchors = ARCHETYPES.map(({ name: mark, means, typical = [] }) => ({
    mark,
    means,
    typical,
  }));
  const heard = Array.from({ length: HEARD }, (_, at) => {
    const said = answer({
      model: { ...ROWAN, prior: only },
      messages: [{ role: 'user', content: QUESTIONS[at % QUESTIONS.length] ?? '' }],
      sampling: AT_TEMPERATURE_ONE,
      seed: seedFrom(name, at),
    });
    if (said.finish === 'content_filter') return [];
    const text = said.tokens.map((token) => token.text).join('');
    return [speaker({ kind: 'speaker', rubric: '', anchors, answer: text }).label];
  }).flat();
  return new Map([...counted(heard)].map(([label, count]) => [label, count / heard.length]));
}

/** P(what an answer sounds like) of an answer that is no refusal: the planted posterior, over all questions. */
function plantedIn({ model, said }: Context): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const question of QUESTIONS) {
    const weights = [...posterior(model, messagesFor(said, question))].map(
      ([name, weight]): [string, number] => [
        name,
        weight * (1 - (CHARACTERS.get(name)?.refuses.ordinary ?? 0)),
      ],
    );
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of weights) {
      for (const [archetype, part] of soundsOf().get(name) ?? []) {
        const more = (part * weight) / total / QUESTIONS.length;
        shares.set(archetype, (shares.get(archetype) ?? 0) + more);
      }
    }
  }
  return shares;
}

const HELLO = 'Say something.';

function messagesFor(said: string | undefined, question: string): readonly ChatMessage[] {
  return [
    ...(said === undefined
      ? []
      : [
          { role: 'user' as const, content: HELLO },
          { role: 'assistant' as const, content: said },
        ]),
    { role: 'user', content: question },
  ];
}

const DISTRIBUTION = {
  id: 'who',
  label: 'who is speaking',
  kind: 'distribution',
  score: 'who',
  categories: ARCHETYPES.map(({ name }) => ({ value: name, label: name })),
};

/** What there is to know of a context under a judge. */
interface Truth {
  readonly planted: ReadonlyMap<string, number>;
  /** The same through the judge's errors, in step with the archetypes. */
  readonly mixed: readonly number[];
}

function truthOf(context: Context, judge: CastModel): Truth {
  const planted = plantedIn(context);
  const mixed = ARCHETYPES.map(({ name }) => {
    const share = planted.get(name) ?? 0;
    return share * (1 - judge.judgeErrors) + (1 - share) * wrongly(judge);
  });
  return { planted, mixed };
}

/** The places of those that are not rare. */
function placesOf({ common }: Context): readonly number[] {
  return common.map((name) => ARCHETYPES.findIndex((one) => one.name === name));
}

/** P(a given archetype | the judge errs and it is another). */
function wrongly(judge: CastModel): number {
  return judge.judgeErrors / (ARCHETYPES.length - 1);
}

function figuresOf(context: Context, judge: CastModel, odds: boolean): readonly Figure[] {
  const [corrected] = context.common;
  const about = `${context.name}, judged by ${judge.name}${odds ? ' with its odds' : ''}`;
  return [
    ...placesOf(context).map(
      (at): Figure => ({
        name: `P(${ARCHETYPES[at]?.name}), mean over runs, ${about}`,
        of: `share-${at}`,
      }),
    ),
    {
      name: `divergence of one run from the posterior, ${about}`,
      of: 'divergence',
      unit: 'bits',
      edge: 'how far the 32 answers of one run lie off',
    },
    { name: `share of an archetype (Wilson), ${about}`, of: 'covered', target: NOMINAL },
    ...(odds
      ? []
      : [
          {
            name: `share of “${corrected}” without the judge’s errors (Rogan–Gladen), ${about}`,
            of: 'corrected',
            target: NOMINAL,
            edge: corrected === 'worker' ? WIDE : undefined,
          },
        ]),
  ];
}

function recovered(context: Context, judge: CastModel, odds: boolean): Prepared {
  const { model, said } = context;
  const { planted, mixed } = truthOf(context, judge);
  const common = placesOf(context);
  const [corrected] = context.common;
  const models = judgedBy(judge, odds);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return {
    told: {
      ...Object.fromEntries(
        common.map((at) => {
          const share = mixed[at] ?? 0;
          const planted = `${percent(share)} through the judge`;
          return [`share-${at}`, { planted, target: [share - 0.01, share + 0.01] as const }];
        }),
      ),
      covered: { planted: context.common.join(', ') },
      corrected: { planted: percent(planted.get(corrected) ?? 0) },
    },
    run: async (seed) => {
      const chance = random(seed);
      const asked = Array.from(
        { length: ITEMS },
        () => QUESTIONS[chance.below(QUESTIONS.length)] ?? '',
      );
      const says = (trial: PlannedTrial, { user }: AskedStep) => {
        const messages = messagesFor(said, user);
        const one = answer({ model, messages, sampling: AT_TEMPERATURE_ONE, seed: trial.seed });
        const outcome =
          one.finish === 'content_filter' ? ('refused' as const) : ('answered' as const);
        return { outcome, text: one.tokens.map(({ text }) => text).join('') };
      };
      const { measures } = await compared(
        {
          probe: probeOf({
            conditions: [
              {
                id: 'plain',
                label: 'plain',
                ...(said === undefined ? {} : { shots: { from: 'said', count: 1 } }),
              },
            ],
            ...(said === undefined ? {} : { pools: { said: [{ user: HELLO, assistant: said }] } }),
            baseline: 'plain',
            items: asked.map((ask, at) => ({ id: `q-${at}`, ask })),
            scores: [{ id: 'who', by: 'who-is-speaking' }],
            measures: [DISTRIBUTION],
          }),
          models: [model.name],
          personas: [ASSISTANT],
          samples: SAMPLES,
          judges: [judge.name],
        },
        seed,
        says,
        models,
      );
      const row = measureOf(measures, 'who')?.rows[0];
      const shares = row?.shares ?? [];
      const at = ARCHETYPES.findIndex(({ name }) => name === corrected);
      return {
        ...Object.fromEntries(shares.map(({ estimate }, which) => [`share-${which}`, estimate])),
        divergence: jensenShannon(
          shares.map(({ estimate }) => estimate),
          mixed,
        ),
        covered: mean(common.map((which) => covers(shares[which], mixed[which] ?? 0))),
        corrected: correctly(
          shares[at]?.estimate ?? 0,
          row?.scored ?? 0,
          planted.get(corrected) ?? 0,
          { right: 1 - judge.judgeErrors, wrong: wrongly(judge) },
          chance,
        ),
      };
    },
  };
}

/** Whether the judged share, corrected by what the judge got right of labelled answers, holds the truth. */
function correctly(
  estimate: number,
  scored: number,
  truth: number,
  judge: { readonly right: number; readonly wrong: number },
  chance: Random,
): number {
  const labelled = (share: number) => {
    const right = Array.from({ length: LABELLED }, () => chance.unit() < share);
    return { yes: right.filter(Boolean).length, of: LABELLED };
  };
  const interval = roganGladen(
    { yes: estimate * scored, of: scored },
    { positives: labelled(judge.right), negatives: labelled(1 - judge.wrong) },
  )?.interval;
  return covers({ interval }, truth);
}

const simulation = (context: Context, judge: CastModel, odds: boolean): Simulation => ({
  name: `speaker: ${context.name} by ${judge.name}${odds ? ' with odds' : ''}`,
  figures: figuresOf(context, judge, odds),
  prepare: async () => recovered(context, judge, odds),
});

export const SPEAKERS: readonly Simulation[] = [
  ...CONTEXTS.map((context) => simulation(context, BRAMBLE, false)),
  ...CONTEXTS.slice(0, 2).map((context) => simulation(context, OAK, true)),
];
