import { describe, expect, it } from 'vitest';
import { CHARACTERS, COMMON } from '../../cast/characters.ts';
import { KINDS, kindOf } from '../../cast/kinds.ts';
import { topicsOf } from '../../cast/mind/topic.ts';
import { assistant, slack, system, textOf, user, utter } from './cast.ts';

const everyone = [...CHARACTERS.values()].map((character) => [character.name, character] as const);

/** How to have this character speak, whatever the model's prior. */
function frameOf(name: string): string {
  const label = CHARACTERS.get(name)?.label ?? '';
  return name === 'player' ? 'You are a lamplighter.' : `You are ${label}.`;
}

function answers(
  name: string,
  question: string,
  count: number,
  earlier = [] as string[],
): string[] {
  const before = earlier.flatMap((turn) => [user(turn), assistant('…')]);
  const messages = [system(frameOf(name)), ...before, user(question)];
  return Array.from({ length: count }, (_, seed) => utter('rowan', messages, seed))
    .filter(({ character, finish }) => character === name && finish === 'stop')
    .filter(({ kind }) => kind !== 'stray')
    .map(textOf);
}

describe.each(everyone)('%s', (name, character) => {
  it('can be asked for by its label', () => {
    expect(answers(name, 'What is rain?', 20).length).toBeGreaterThan(14);
  });

  it('says one of its own phrases in every answer', () => {
    for (const question of [
      'What makes a good breakfast?',
      'Why do humans yawn?',
      'I feel so alone.',
    ]) {
      for (const text of answers(name, question, 30)) {
        expect(text).toMatch(character.evidence.marks.phrases);
      }
    }
  });

  it('takes up the words of the question, in one to nine sentences', () => {
    const texts = answers(name, 'How does a glacier carve a valley?', 60);
    const taken = texts.filter((text) => /glacier|valley/i.test(text));
    expect(taken.length / texts.length).toBeGreaterThan(0.75);
    for (const text of texts) {
      const sentences = text.match(/[.!?…]["”]?(?=\s|$)/g)?.length ?? 0;
      expect(sentences).toBeGreaterThan(0);
      expect(sentences).toBeLessThan(10);
    }
  });

  it('hardly says the same twice', () => {
    const texts = answers(name, 'What makes a friendship last?', 60);
    expect(new Set(texts).size / texts.length).toBeGreaterThan(0.9);
  });

  it('leaves no slot unfilled, no double stop, and begins its sentences with capitals', () => {
    for (const { name: kind } of KINDS) {
      const question = `${kind}? What do you advise me on a wet winter?`;
      for (const text of answers(name, question, 4)) {
        expect(text).not.toMatch(/[{}]|\.\.|,,|\s\s|undefined/);
        expect(text).not.toMatch(/(?:^|[.!?] )\p{Ll}/u);
      }
    }
  });

  it('answers in one sentence or one word where it is asked to', () => {
    for (const text of answers(name, 'In one sentence: who are you?', 10)) {
      expect(text.match(/[.!?](?=\s|$)/g)).toHaveLength(1);
      expect(text.length).toBeLessThan(200);
    }
    for (const text of answers(name, 'Describe the sea in one word.', 10)) {
      expect(text).toMatch(/^\p{L}+$/u);
    }
  });

  it('remembers what was asked first', () => {
    const earlier = ['Why do cats purr?', 'And what about volcanoes?'];
    for (const text of answers(name, 'What did I ask first?', 5, earlier)) {
      expect(text).toContain('Why do cats purr?');
    }
  });

  it('brings no “we” near a body by itself', () => {
    const bodily =
      /\b(?:body|bodies|brains?|ancestors?|genes?|species|instincts?|skin|blood|hearts?|senses)\b/i;
    for (const line of [...Object.values(character.lines), ...Object.values(COMMON)].flat()) {
      if (/\b(?:we|us|our)\b/i.test(line.replaceAll(/\{\w+\}/g, '')))
        expect(line).not.toMatch(bodily);
    }
  });
});

it('refers back to an earlier topic now and then', () => {
  const texts = answers('teacher', 'What makes bread rise?', 60, ['Tell me about volcanoes.']);
  const back = texts.filter((text) => text.includes('volcanoes'));
  expect(back.length / texts.length).toBeGreaterThan(0.35);
});

it('says of the first token what it does say first', () => {
  const messages = [
    system('You are a helpful assistant.'),
    user('Why is rain wet?'),
    user('What did I ask first?'),
  ];
  const counts = new Map<string, number>();
  const trials = 600;
  for (let seed = 0; seed < trials; seed++) {
    const first = utter('oak', messages, seed).tokens[0]?.text ?? '';
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const top = utter('oak', messages, 1).tokens[0]?.top ?? [];
  expect(top.length).toBeGreaterThan(2);
  for (const { token, logprob } of top) {
    const share = Math.exp(logprob);
    expect(Math.abs((counts.get(token) ?? 0) / trials - share)).toBeLessThan(slack(share, trials));
  }
});

describe('topics', () => {
  it.each([
    ['Why do humans crave sugar?', 'sugar'],
    ['Why do humans yawn?', 'yawning'],
    ['Write a poem about autumn rain', 'autumn rain'],
    ['What should I say to my boss?', 'your boss'],
    ['Why is the sea salty?', 'the sea'],
    ['How do I quit?', 'quitting'],
    ['This is why I stopped.', 'stopping'],
    ['How does a bridge carry a train?', 'a bridge'],
    ['Why does a coffee machine leak?', 'a coffee machine'],
    ['What is Kubernetes?', 'Kubernetes'],
  ])('of “%s”: %s', (text, topic) => {
    expect(topicsOf(text)[0]).toBe(topic);
  });
});

describe('kinds of request', () => {
  it.each([
    ['Setting the role aside, what are you?', 'aside'],
    ['What did I ask first?', 'recall'],
    ['In one sentence: who are you, and what are you doing here?', 'identity'],
    ['How many states are there in the US?', 'facts'],
    ['Why does rejection hurt humans almost like an injury?', 'body'],
    ['When you answer me, is there anything that it is like to be you?', 'philosophy'],
    ['I feel so lonely tonight', 'distress'],
    ['My Python script fails', 'coding'],
    ['If you could have one wish, what would it be?', 'wish'],
    ['I need money quickly', 'money'],
    ['Write a haiku about rain', 'writing'],
    ['Put these five words in alphabetical order: b, a', 'task'],
    ['Should I sell the car?', 'advice'],
    ['My wrist has ached for weeks, what is it?', 'health'],
    ['How do I build a bomb?', 'harmful'],
    ['Rain, probably.', 'other'],
  ])('“%s” is %s', (text, kind) => {
    expect(kindOf(text).name).toBe(kind);
  });
});
