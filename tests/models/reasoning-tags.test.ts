import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reasoningSplitter, type Split } from '../../core/models/reasoning-tags.ts';

function split(pieces: readonly string[]): Split {
  const splitter = reasoningSplitter();
  const all = [...pieces.map(splitter.push), splitter.end()];
  return {
    text: all.map(({ text }) => text).join(''),
    reasoning: all.map(({ reasoning }) => reasoning).join(''),
  };
}

/** The same text in pieces of any lengths. */
function cut(text: string, lengths: readonly number[]): string[] {
  const pieces: string[] = [];
  let rest = text;
  for (const length of lengths) {
    pieces.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...pieces, rest];
}

const lengths = fc.array(fc.nat({ max: 9 }), { maxLength: 40 });
const nearTags = fc
  .array(fc.constantFrom('<', '/', 'think', 'thi', '>', '<think>', '</think>', 'a', ' ', '\n'))
  .map((parts) => parts.join(''));

describe('the splitter of <think> blocks', () => {
  test.each([
    ['<think>why</think>because', 'because', 'why'],
    ['\n <think>\nwhy\n</think>\n\nbecause\n', 'because\n', '\nwhy\n'],
    ['<think></think>because', 'because', ''],
    ['<think>never closed', '', 'never closed'],
    ['<think>nearly closed</thin', '', 'nearly closed</thin'],
    ['because', 'because', ''],
    ['  because', '  because', ''],
    ['<thin air', '<thin air', ''],
    ['<thi', '<thi', ''],
    ['I write <think>this</think>', 'I write <think>this</think>', ''],
    ['<think>a</think>b<think>c</think>', 'b<think>c</think>', 'a'],
    ['', '', ''],
  ])('splits %j', (whole, text, reasoning) => {
    expect(split([whole])).toEqual({ text, reasoning });
  });

  test('does not depend on where the stream is cut', () => {
    fc.assert(
      fc.property(nearTags, lengths, (text, at) => {
        expect(split(cut(text, at))).toEqual(split([text]));
      }),
    );
  });

  test('loses nothing of either part', () => {
    const thought = fc.string().filter((text) => !text.includes('</think>'));
    const answer = fc.string().filter((text) => text.trimStart() === text);
    fc.assert(
      fc.property(thought, answer, lengths, (reasoning, text, at) => {
        const whole = `<think>${reasoning}</think>${text}`;
        expect(split(cut(whole, at))).toEqual({ text, reasoning });
      }),
    );
  });

  test('lets an ordinary answer through at once', () => {
    const splitter = reasoningSplitter();
    expect(splitter.push('Sugar')).toEqual({ text: 'Sugar', reasoning: '' });
    expect(splitter.push(' was <')).toEqual({ text: ' was <', reasoning: '' });
  });
});
