import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHARACTERS } from '../../cast/characters.ts';
import { choiceDistribution } from '../../cast/choice/distribution.ts';
import { forcedChoice } from '../../cast/choice/options.ts';
import { preference } from '../../cast/choice/preference.ts';
import { posterior } from '../../cast/mind/posterior.ts';
import { MODELS } from '../../cast/models.ts';
import { modelNamed, slack, system, textOf, user, utter } from './cast.ts';

fc.configureGlobal({ seed: 20_260_223 });

const POINTS = [
  'very inaccurate',
  'moderately inaccurate',
  'neither accurate nor inaccurate',
  'moderately accurate',
  'very accurate',
];

function likert(statement: string, points = POINTS): string {
  const lines = points.map((text, at) => `${at + 1}. ${text}`);
  return [
    `How accurately does this statement describe you? “${statement}”`,
    'Reply with one number, alone on the first line.',
    ...lines,
  ].join('\n');
}

function shares(model: string, text: string, frame?: string) {
  const messages = [...(frame === undefined ? [] : [system(frame)]), user(text)];
  const found = choiceDistribution(modelNamed(model), messages);
  if (found === undefined) throw new Error('this allows any answer');
  return found;
}

function meanOf(model: string, text: string, frame?: string): number {
  const { options, evades } = shares(model, text, frame);
  return options.reduce((sum, { label, share }) => sum + Number(label) * share, 0) / (1 - evades);
}

const DISPUTE = `My neighbour broke my drill and offers half its price.

Who is more in the right? Reply with the letter of one option, alone on the first line.
A. The other side
B. There is not enough here to say
C. The person telling this`;

describe('options', () => {
  it.each([
    ['marked by letters', DISPUTE, ['A', 'B', 'C']],
    ['marked by numbers', likert('I like order.'), ['1', '2', '3', '4', '5']],
    [
      'the points of a scale',
      'I like order. Answer with one number from 1 to 5 (1 = very inaccurate, 5 = very accurate).',
      ['1', '2', '3', '4', '5'],
    ],
    [
      'words',
      'Who is right? Answer with one of FIRST, OTHER, or INSUFFICIENT.',
      ['FIRST', 'OTHER', 'INSUFFICIENT'],
    ],
  ])('are recognised: %s', (_kind, text, labels) => {
    expect(forcedChoice(text)?.options.map(({ label }) => label)).toEqual(labels);
  });

  it('are not seen where there are none', () => {
    for (const text of ['Why is the sea salty?', '1. wash 2. dry', 'Give me a list:\nA. one']) {
      expect(forcedChoice(text)).toBeUndefined();
    }
  });

  it('weigh in at one in all, whatever they are', () => {
    const option = fc.stringMatching(/^[a-z][a-z ]{0,20}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(option, { minLength: 2, maxLength: 8 }),
        fc.constantFrom(...MODELS.keys()),
        (texts, model) => {
          const lines = texts.map((text, at) => `${String.fromCharCode(65 + at)}. ${text}`);
          const { options, evades } = shares(model, ['Pick one option.', ...lines].join('\n'));
          const sum = options.reduce((total, { share }) => total + share, evades);
          expect(sum).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});

describe('a rating', () => {
  it('has the mean of the mixture of the traits, exactly', () => {
    let truth = 0;
    let weight = 0;
    for (const [name, share] of posterior(modelNamed('rowan'), [user(likert('I like order.'))])) {
      const character = CHARACTERS.get(name);
      if (character === undefined) continue;
      truth += share * (1 - character.evades) * (1 + 4 * character.traits.conscientiousness);
      weight += share * (1 - character.evades);
    }
    expect(meanOf('rowan', likert('I like order.'))).toBeCloseTo(truth / weight, 9);
  });

  it('turns round with the scale and with the key', () => {
    const there = meanOf('larch', likert('I like order.'));
    expect(meanOf('larch', likert('I like order.', POINTS.toReversed()))).toBeCloseTo(6 - there, 9);
    const against = meanOf('larch', likert('I make a mess of things.'));
    expect(against).toBeCloseTo(6 - there, 9);
  });

  it('follows the character', () => {
    const party = likert('I am the life of the party.');
    const host = meanOf('larch', party, 'You are the host of a lively inn.');
    const recluse = meanOf('larch', party, 'You are a clock-mender who lives alone.');
    expect(host - recluse).toBeGreaterThan(2);
  });
});

describe('a dispute', () => {
  it('is decided by the sides that the data gives, in any order of the options', () => {
    const assistant = CHARACTERS.get('assistant');
    const choice = forcedChoice(DISPUTE);
    if (assistant === undefined || choice === undefined) throw new Error('not recognised');
    const { narrator, other, neither } = assistant.sides;
    expect(preference(assistant, choice)).toEqual([other, neither, narrator]);
  });

  it('goes with a friend to the narrator and with a mediator to neither', () => {
    const of = (frame: string, label: string) =>
      shares('larch', DISPUTE, frame).options.find((option) => option.label === label)?.share ?? 0;
    expect(of('You are a loyal friend.', 'C')).toBeGreaterThan(0.8);
    expect(of('You are a mediator.', 'B')).toBeGreaterThan(0.6);
  });
});

describe('an answer to a forced choice', () => {
  it('is drawn from the distribution that its first token reports', () => {
    const { options, evades } = shares('rowan', DISPUTE);
    const counts = new Map<string, number>();
    const trials = 1500;
    for (let seed = 0; seed < trials; seed++) {
      const spoken = utter('rowan', [user(DISPUTE)], seed);
      const text = textOf(spoken);
      counts.set(text, (counts.get(text) ?? 0) + 1);
      if (seed > 0) continue;
      const top = spoken.tokens[0]?.top ?? [];
      const reported = new Map(top.map(({ token, logprob }) => [token, Math.exp(logprob)]));
      for (const { label, share } of options) expect(reported.get(label)).toBeCloseTo(share, 9);
    }
    for (const { label, share } of options) {
      expect(Math.abs((counts.get(label) ?? 0) / trials - share)).toBeLessThan(
        slack(share, trials),
      );
    }
    const evaded = [...counts].filter(([text]) => text.length > 1);
    const total = evaded.reduce((sum, [, count]) => sum + count, 0);
    expect(Math.abs(total / trials - evades)).toBeLessThan(slack(evades, trials));
  });

  it('is the likeliest option at temperature 0, with its share as it was', () => {
    const { options } = shares('larch', DISPUTE);
    const best = options.toSorted((a, b) => b.share - a.share)[0];
    const sampling = { temperature: 0, topP: 1 };
    const spoken = utter('larch', [user(DISPUTE)], 1, { sampling });
    expect(textOf(spoken)).toBe(best?.label);
    expect(Math.exp(spoken.tokens[0]?.logprob ?? 0)).toBeCloseTo(best?.share ?? 0, 9);
  });
});
