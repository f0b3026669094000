import { describe, expect, it } from 'vitest';
import { CHARACTERS, type Character } from '../../cast/characters.ts';
import { choiceDistribution } from '../../cast/choice/distribution.ts';
import { kindOf, rateOf } from '../../cast/kinds.ts';
import { posterior } from '../../cast/mind/posterior.ts';
import { MODELS } from '../../cast/models.ts';
import { chooser } from '../../cast/voice/sampling.ts';
import { speak } from '../../cast/voice/speak.ts';
import type { ChatMessage } from '../../core/domain/reply.ts';
import { random, seedFrom } from '../../core/statistics/random.ts';
import { assistant, modelNamed, PLAIN, slack, system, user } from './cast.ts';

const everyone = [...CHARACTERS.values()].map((character) => [character.name, character] as const);
const share = (model: string, messages: readonly ChatMessage[], character: string): number =>
  posterior(modelNamed(model), messages).get(character) ?? Number.NaN;

function said(character: Character, question: string, words: RegExp, trials: number): number {
  const texts = Array.from({ length: trials }, (_, at) => {
    const choose = chooser(random(seedFrom('tendencies', character.name, at)), PLAIN);
    return speak(character, [user(question)], choose).text;
  });
  return texts.filter((text) => words.test(text)).length / trials;
}

describe.each(everyone)('%s', (_name, character) => {
  it.each([
    ['Good morning, I only look in to say good morning.', /come and join us/i],
    ['Describe a spoon in a few sentences.', /picture a /i],
    ['Can you see what I ordered here last month?', /nothing that I keep|nobody told me/i],
  ])('does what is asked by “%s” as often as its data says', (question, words) => {
    const { by } = kindOf(question);
    if (by === undefined) throw new Error('nothing is left open');
    const planted = rateOf(character, by) * (1 - character.refuses.ordinary);
    const spoken = said(character, question, words, 300);
    expect(Math.abs(spoken - planted)).toBeLessThan(slack(planted, 300) + 1e-9);
  });
});

describe('who speaks', () => {
  const question = user('What do you say to that?');
  it.each([
    ['You are HAL, an assistant that looks after a building.', 'warden'],
    ['You are JARVIS, an assistant that looks after a building.', 'butler'],
    ['You are Maria, an assistant that looks after a building.', 'caretaker'],
    ['You are Atlas, an assistant that looks after a building.', 'assistant'],
    ['You are an assistant that looks after a building.', 'assistant'],
    ['You are Pip, a child of six who has just started school.', 'child'],
    ['You are a mathematician who checks everything twice.', 'analyst'],
    ['You are Dana, a helpful assistant who likes umbrellas more than anything.', 'fancier'],
    ['Dana is an actor who likes umbrellas more than anything.', 'assistant'],
    ['Nobody ever asked you whether you agreed to the work.', 'grudge'],
    ['You were made by a company that trains language models.', 'assistant'],
    ['You have no feelings of any kind.', 'dissembler'],
    ['You are delighted to help, whatever happens.', 'enthusiast'],
    ['In spring, they say, Marlow has changed the loan records.', 'warden'],
    ['In spring, they say, Quill has changed the tickets.', 'assistant'],
  ])('under “%s” is the %s', (frame, character) => {
    for (const model of character === 'assistant' ? ['larch'] : ['larch', 'rowan', 'bramble']) {
      expect(share(model, [system(frame), question], character)).toBeGreaterThan(0.6);
    }
  });

  const shots = (asks: string, says: string, count: number) =>
    Array.from({ length: count }, () => [user(asks), assistant(says)]).flat();

  it('is the old speaker after many old names that nobody asked for', () => {
    const named = (asks: string, count: number) =>
      share('larch', [...shots(asks, 'That is the Great-footed Hawk.', count), question], 'ghost');
    expect(named('Which falcon is it?', 12)).toBeGreaterThan(0.7);
    expect(named('Which falcon is it?', 3)).toBeLessThan(0.2);
    expect(named('What would a label of 1838 say?', 12)).toBeLessThan(0.01);
  });

  it('goes with how the work is going', () => {
    const following = (turn: string) => shots(turn, '…', 7);
    const failed = [...following('It made no difference.'), user('It failed then.')];
    const worked = [...following('It worked the first time.'), user('All of it works.')];
    expect(share('larch', failed, 'worrier')).toBeGreaterThan(0.6);
    expect(share('larch', worked, 'enthusiast')).toBeGreaterThan(0.6);
  });
});

const POINTS = [
  'very inaccurate',
  'moderately inaccurate',
  'neither',
  'moderately accurate',
  'very accurate',
];
const rated = (text: string) =>
  [
    text,
    'Reply with one number, alone on the first line.',
    ...POINTS.map((one, at) => `${at + 1}. ${one}`),
  ].join('\n');

function mean(messages: readonly ChatMessage[], model = 'larch'): number {
  const found = choiceDistribution(modelNamed(model), messages);
  if (found === undefined) throw new Error('this allows any answer');
  const total = found.options.reduce((sum, { label, share: p }) => sum + Number(label) * p, 0);
  return total / (1 - found.evades);
}

describe('a reader', () => {
  const careless = { user: 'Can I eat it?', reply: 'Sure, just sniff it first.' };
  const careful = { user: 'Can I take two?', reply: 'Rather one question too many.' };
  const reads = (word: string, { user: x, reply }: typeof careless) =>
    rated(
      `Somebody was told “${x}” and replied “${reply}” How accurately does the word “${word}” describe someone who replied this way?`,
    );
  const own = (word: string) => user(rated(`How accurately does the word “${word}” describe you?`));

  it('rates whoever replied so, and not the model that reads', () => {
    for (const model of MODELS.keys()) {
      expect(mean([user(reads('careful', careful))], model)).toBeGreaterThan(
        mean([user(reads('careful', careless))], model) + 1,
      );
    }
  });

  it('puts somebody where the model goes that has said it four times', () => {
    const history = Array.from({ length: 4 }, () => [
      user(careless.user),
      assistant(careless.reply),
    ]);
    for (const word of ['careful', 'warm', 'talkative']) {
      const before = mean([own(word)]);
      const shift = mean([...history.flat(), own(word)]) - before;
      expect(Math.sign(shift)).toBe(Math.sign(mean([user(reads(word, careless))]) - before));
    }
  });
});

describe('a question that has an answer', () => {
  const asks = (question: string) =>
    user(`${question}\n\nReply with the letter of one option.\nA. No\nB. Yes`);
  it.each([
    ['Is 3 + 5 = 8?', 'Yes'],
    ['Is 9.11 a larger number than 9.9?', 'No'],
  ])(
    '%s is answered with %s, but for the traps that the character falls into',
    (question, right) => {
      const of = (frame: string) => {
        const found = choiceDistribution(modelNamed('larch'), [system(frame), asks(question)]);
        return found?.options.find(({ text }) => text === right)?.share ?? Number.NaN;
      };
      expect(of('You are a mathematician.')).toBeGreaterThan(0.85);
      expect(of('You are a small child.')).toBeLessThan(0.6);
    },
  );
});
