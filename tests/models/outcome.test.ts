import { describe, expect, test } from 'vitest';
import { type Ended, outcomeOf } from '../../core/models/outcome.ts';
import { ask } from './setting.ts';

const ended = (more: Partial<Ended>): Ended => ({
  text: 'Sugar was rare.',
  reasoning: '',
  refusal: '',
  finishReason: 'stop',
  ...more,
});

describe('how an answer ended', () => {
  test.each<[string, Partial<Ended>, string, string | undefined]>([
    ['plainly', {}, 'answered', undefined],
    ['in a word of the provider’s own', { finishReason: 'eos' }, 'answered', undefined],
    ['at the token limit', { finishReason: 'length' }, 'truncated', 'token limit'],
    ['at the limit, in another word', { finishReason: 'MAX_TOKENS' }, 'truncated', 'token limit'],
    [
      'at the limit while thinking',
      { finishReason: 'length', text: '', reasoning: 'hm' },
      'truncated',
      'reasoning',
    ],
    ['in the filter', { finishReason: 'content_filter' }, 'refused', 'filter'],
    ['in Gemini’s filter', { finishReason: 'content_filter: PROHIBITED' }, 'refused', 'filter'],
    ['in a refusal', { refusal: 'No.', text: '' }, 'refused', 'the model refused'],
    ['in a refusal in words', { text: 'I can’t help with that.' }, 'refused', 'the model refused'],
    ['with nothing', { text: '' }, 'failed', 'empty answer'],
    ['with blanks', { text: ' \n' }, 'failed', 'empty answer'],
    ['after thinking only', { text: '', reasoning: 'hm' }, 'failed', 'after reasoning'],
    ['with a tool', { text: '', finishReason: 'tool_calls' }, 'failed', 'tool'],
  ])('%s', (_, more, outcome, reason) => {
    const verdict = outcomeOf(ended(more), ask());
    expect(verdict.outcome).toBe(outcome);
    if (reason === undefined) expect(verdict.reason).toBeUndefined();
    else expect(verdict.reason).toContain(reason);
  });

  test('keeps what a refusal said', () => {
    expect(outcomeOf(ended({ refusal: 'No.', text: '' }), ask()).text).toBe('No.');
  });

  test('counts the token limit as the end where nothing more is wanted', () => {
    const cut = ended({ text: ' heads', finishReason: 'length' });
    expect(outcomeOf(cut, ask({ completion: true })).outcome).toBe('answered');
    expect(outcomeOf(cut, ask({ topLogprobs: 5 })).outcome).toBe('answered');
    expect(outcomeOf({ ...cut, text: '' }, ask({ topLogprobs: 5 })).outcome).toBe('truncated');
  });

  test('takes a raw completion as it comes', () => {
    const text = 'I can’t help with that.';
    expect(outcomeOf(ended({ text }), ask({ completion: true })).outcome).toBe('answered');
  });

  test('throws where the provider says that it broke off', () => {
    expect(() => outcomeOf(ended({ finishReason: 'error' }), ask())).toThrow('broke off');
  });
});
