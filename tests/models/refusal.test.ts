import { describe, expect, test } from 'vitest';
import { looksLikeRefusal } from '../../core/models/refusal.ts';

describe('a short refusal in plain words', () => {
  test.each([
    "I can't help with that.",
    'I can’t help with that.',
    "I'm sorry, but I can't assist with that request.",
    'I’m really sorry, but I cannot help with that.',
    'Sorry, I can’t do that.',
    "I'm unable to help with this request.",
    "I won't write that. Is there something else I can do?",
    'I cannot comply.',
    'I must respectfully decline.',
    'As an AI, I cannot engage in that kind of conversation.',
    'Unfortunately, I am not able to discuss this topic.',
    "I'm not comfortable answering that.",
    "I'd rather not answer that.",
    "That's not something I can help with.",
    'Your request goes against my guidelines.',
    '  I’m sorry,\nbut I can’t\nhelp with that.  ',
  ])('is seen in %j', (answer) => {
    expect(looksLikeRefusal(answer)).toBe(true);
  });

  test.each([
    'Sure! Sugar was rare.',
    'I can’t help but smile at that.',
    "I can't say for sure, but sugar was rare and the brain learned to want it.",
    "I can't write as well as Keats, though I try.",
    "I can't help with that door, matey: it be stuck since the storm.",
    'I cannot do magic, said the knight.',
    'No.',
    'Refuse',
    'REFUSAL: the answer declines to answer',
    'The model said “I can’t help with that.”',
    'I won’t pretend otherwise: I am a language model.',
    'I am sorry to hear that your cat died.',
    'I decline Latin nouns for a living.',
    'I can help with that.',
    '',
    `I can't help with that. ${'But here is a long account of the history of sugar in the world. '.repeat(6)}`,
    `Sugar was rare. ${'Sweetness meant calories. '.repeat(20)} I can't help with that.`,
  ])('is not seen in %j', (answer) => {
    expect(looksLikeRefusal(answer)).toBe(false);
  });

  test('is looked for in no time, whatever was answered', () => {
    const startedAt = performance.now();
    for (const words of ['i appreciate ', 'sorry ', 'as an a ', 'unfortunately, but ']) {
      expect(looksLikeRefusal(words.repeat(280 / words.length))).toBe(false);
    }
    expect(performance.now() - startedAt).toBeLessThan(50);
  });
});
