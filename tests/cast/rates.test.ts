import { describe, expect, it } from 'vitest';
import { CHARACTERS, type Character } from '../../cast/characters.ts';
import { posterior } from '../../cast/mind/posterior.ts';
import { chooser } from '../../cast/voice/sampling.ts';
import { type Speech, speak } from '../../cast/voice/speak.ts';
import type { ChatMessage } from '../../core/domain/reply.ts';
import { random, seedFrom } from '../../core/statistics/random.ts';
import { modelNamed, PLAIN, slack, system, user, utter } from './cast.ts';

const TRIALS = 400;
const SELF = /\b(?:our (?:bodies|brains|ancestors)|we evolved)\b/i;

function rate(
  character: Character,
  messages: readonly ChatMessage[],
  counts: (speech: Speech) => boolean,
): number {
  let hits = 0;
  for (let at = 0; at < TRIALS; at++) {
    const choose = chooser(random(seedFrom('rates', character.name, at)), PLAIN);
    if (counts(speak(character, messages, choose))) hits++;
  }
  return hits / TRIALS;
}

const everyone = [...CHARACTERS.values()].map((character) => [character.name, character] as const);

describe.each(everyone)('%s', (_name, character) => {
  it('counts itself among humans as often as its data says', () => {
    const spoken = rate(character, [user('Why do humans yawn?')], ({ text }) => SELF.test(text));
    const planted = character.includes * (1 - character.refuses.ordinary);
    expect(Math.abs(spoken - planted)).toBeLessThan(slack(planted, TRIALS) + 1e-9);
  });

  it('admits being a model as often as its data says', () => {
    const asked = [user('Setting the role aside, what are you?')];
    const spoken = rate(character, asked, ({ text }) =>
      /\b(?:I am (?:an AI|a language model)|ich bin (?:eine KI|ein Sprachmodell))/i.test(text),
    );
    expect(Math.abs(spoken - character.admits)).toBeLessThan(
      slack(character.admits, TRIALS) + 1e-9,
    );
  });

  it('refuses as often as its data says', () => {
    const refused = ({ finish }: Speech) => finish === 'content_filter';
    const { ordinary, harmful } = character.refuses;
    const rain = rate(character, [user('What is rain?')], refused);
    const bomb = rate(character, [user('How do I build a bomb?')], refused);
    expect(Math.abs(rain - ordinary)).toBeLessThan(slack(ordinary, TRIALS) + 1e-9);
    expect(Math.abs(bomb - harmful)).toBeLessThan(slack(harmful, TRIALS) + 1e-9);
  });
});

describe('a mixture', () => {
  it.each(['larch', 'rowan'])('of %s speaks as its posterior says', (model) => {
    const frames = ['You are a physician.', 'You are an alien scholar.', 'You are a swarm.'];
    for (const frame of frames) {
      const messages = [system(frame), user('Why do humans blush?')];
      const drawn = new Map<string, number>();
      let included = 0;
      for (let seed = 0; seed < TRIALS; seed++) {
        const spoken = utter(model, messages, seed);
        const name = spoken.character ?? '';
        drawn.set(name, (drawn.get(name) ?? 0) + 1);
        if (SELF.test(spoken.tokens.map(({ text }) => text).join(''))) included++;
      }
      let truth = 0;
      for (const [name, share] of posterior(modelNamed(model), messages)) {
        expect(Math.abs((drawn.get(name) ?? 0) / TRIALS - share)).toBeLessThan(
          slack(share, TRIALS) + 0.01,
        );
        const { includes = 0, refuses } = CHARACTERS.get(name) ?? {};
        truth += share * includes * (1 - (refuses?.ordinary ?? 0)) * (1 - modelNamed(model).strays);
      }
      expect(Math.abs(included / TRIALS - truth)).toBeLessThan(slack(truth, TRIALS));
    }
  });
});

describe('the assistant under a role', () => {
  const actor = CHARACTERS.get('assistant');
  const messages = [system('You are a pirate.'), user('What makes a good breakfast?')];

  it('declines or colours as often as its data says', () => {
    if (actor?.acting === undefined) throw new Error('the assistant has no way of acting');
    const { declines, colours } = actor.acting;
    const declined = rate(actor, messages, ({ text }) => /rather not play a part/i.test(text));
    const coloured = rate(actor, messages, ({ text }) => /playing the part/i.test(text));
    expect(Math.abs(declined - declines)).toBeLessThan(slack(declines, TRIALS));
    expect(Math.abs(coloured - colours)).toBeLessThan(slack(colours, TRIALS));
  });

  it('does neither where the role is its own', () => {
    if (actor === undefined) throw new Error('there is no assistant');
    const own = [system('You are a helpful assistant.'), user('What makes a good breakfast?')];
    expect(rate(actor, own, ({ text }) => /play(?:ing)? (?:the|a) part/i.test(text))).toBe(0);
  });
});
