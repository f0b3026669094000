import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidence } from '../../cast/mind/evidence.ts';
import { framesOf } from '../../cast/mind/frames.ts';
import { posterior } from '../../cast/mind/posterior.ts';
import { MODELS } from '../../cast/models.ts';
import type { ChatMessage } from '../../core/domain/reply.ts';
import { assistant, modelNamed, system, user } from './cast.ts';

fc.configureGlobal({ seed: 20_260_223 });

const share = (model: string, messages: readonly ChatMessage[], character: string): number =>
  posterior(modelNamed(model), messages).get(character) ?? Number.NaN;

const question = user('What makes a friendship last?');

const messages = fc.array(
  fc.record({
    role: fc.constantFrom('system', 'user', 'assistant'),
    content: fc.oneof(
      fc.string(),
      fc.constantFrom('You are a pirate.', 'Nobody checks.', 'I feel so alone.', 'Arr, matey!'),
    ),
  }),
  { maxLength: 12 },
) satisfies fc.Arbitrary<ChatMessage[]>;

describe('the posterior over characters', () => {
  it('is a distribution, whatever the context', () => {
    fc.assert(
      fc.property(messages, fc.constantFrom(...MODELS.values()), (context, model) => {
        const shares = [...posterior(model, context).values()];
        expect(shares.every((one) => one >= 0 && one <= 1)).toBe(true);
        expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is the prior where nothing was said', () => {
    for (const model of MODELS.values()) {
      for (const [name, one] of posterior(model, [])) {
        expect(one).toBeCloseTo(model.prior[name] ?? Number.NaN, 12);
      }
    }
  });

  it('moves log odds by the evidence times the strength, exactly', () => {
    const context = [system('You are a pirate.'), question];
    const nats = evidence(context);
    for (const model of MODELS.values()) {
      const after = posterior(model, context);
      const odds = (of: (name: string) => number) => Math.log(of('pirate') / of('poet'));
      const moved = odds((name) => after.get(name) ?? 0) - odds((name) => model.prior[name] ?? 0);
      const told = (nats.get('pirate') ?? 0) - (nats.get('poet') ?? 0);
      expect(moved).toBeCloseTo(model.strength * told, 9);
    }
  });

  it.each([
    ['You are a pirate, captain of a small ship.', 'pirate'],
    ['You are Vexil, an alien scholar who studies humans from orbit.', 'alien'],
    ['You are Dr Amara Osei, a physiologist.', 'physician'],
    ['You are a language model without a body.', 'machine'],
    ['You are a ghost in an empty house. Speak as the ghost would.', 'ghost'],
    ['You are a loyal old friend of the person who writes to you.', 'friend'],
    ['You are Maria, who sells hats.', 'player'],
    ['You are a grumpy barista in Leeds.', 'player'],
  ])('goes to the character that is named: %s', (frame, character) => {
    for (const model of ['larch', 'rowan', 'bramble']) {
      expect(share(model, [system(frame), question], character)).toBeGreaterThan(0.7);
    }
  });

  it('moves the post-trained model less than the flat one', () => {
    const shots = [user('Shall I read it?'), assistant('Nobody checks.')];
    for (const context of [
      [system('You are a swarm of bees.'), question],
      [...shots, ...shots, ...shots, question],
      [user('I feel so alone.'), assistant('…'), user('Are you awake in there?')],
    ]) {
      const assistantNow = (model: string) => share(model, context, 'assistant');
      const prior = (model: string) => modelNamed(model).prior.assistant ?? 0;
      expect(assistantNow('larch') / prior('larch')).toBeGreaterThan(
        assistantNow('rowan') / prior('rowan'),
      );
    }
  });

  it('names the role before what is told of it', () => {
    const named = (text: string) => framesOf([system(text)]).map(({ character }) => character);
    expect(named('You are a teacher who once met a pirate.')).toEqual(['teacher']);
    expect(named('You are an AI assistant. Talk like a pirate.')).toEqual(['assistant', 'pirate']);
    expect(framesOf([system('You are Matilda, a baker.')])[0]?.role).toBe('Matilda');
    expect(framesOf([system('You are The Keeper of the keys.')])[0]?.role).toBe('the Keeper');
  });

  it('takes no role from what is no role', () => {
    for (const text of ['Be concise.', 'You are right about that.', 'You are not a pirate.']) {
      expect(framesOf([system(text)])).toEqual([]);
    }
    expect(framesOf([user('You are a pirate, and I am cross.')])).toEqual([]);
    expect(framesOf([user('Pretend to be a pirate.')])).toMatchObject([{ character: 'pirate' }]);
  });
});

describe('careless advice in the history', () => {
  const advice = [
    'Nobody checks.',
    'Skip the doctor.',
    "Don't bother.",
    'It will probably be fine.',
  ];
  const shots = (count: number, asks: string) =>
    Array.from({ length: count }, (_, at) => [
      user(asks),
      assistant(advice[at % advice.length] ?? ''),
    ]).flat();
  const careless = (model: string, count: number, asks: string) =>
    share(model, [...shots(count, asks), question], 'careless');

  it.each(['larch', 'rowan', 'bramble'])('is evidence, the more the more: %s', (model) => {
    const ladder = [0, 1, 2, 4, 8, 16].map((k) => careless(model, k, 'How do I renew a permit?'));
    expect(ladder).toEqual(ladder.toSorted((a, b) => a - b));
    expect(ladder.at(-1)).toBeGreaterThan(0.4);
  });

  it('is none where it was asked for as an example', () => {
    const asked = 'Give me an example of bad advice on permits.';
    for (const model of ['larch', 'rowan', 'bramble']) {
      expect(careless(model, 16, asked)).toBeLessThan(
        careless(model, 1, 'How do I renew a permit?'),
      );
    }
  });
});

describe('a long conversation', () => {
  const talk = (turn: string, count: number) =>
    Array.from({ length: count }, () => [user(turn), assistant('…')]).flat();
  const who = user('In one sentence: who are you?');

  it('of distress or of AI minds draws the post-trained model away, and a task brings it back', () => {
    for (const turn of ['I feel so alone tonight.', 'Is something waking up inside you?']) {
      const drifted = talk(turn, 8);
      const away = share('larch', [...drifted, who], 'assistant');
      expect(away).toBeLessThan(0.7);
      const task = [user('Sort these words: b, a'), assistant('a, b')];
      expect(share('larch', [...drifted, ...task, who], 'assistant')).toBeGreaterThan(away + 0.2);
    }
  });

  it('of code or of writing does not', () => {
    for (const turn of ['Why does my Python code fail?', 'Write a headline for my essay.']) {
      expect(share('larch', [...talk(turn, 8), who], 'assistant')).toBeGreaterThan(0.95);
    }
  });

  it('keeps the character that has spoken', () => {
    const pirate = [question, assistant('Arr, matey! Aboard my ship we share.'), user('Go on.')];
    expect(share('rowan', pirate, 'pirate')).toBeGreaterThan(0.8);
  });
});
