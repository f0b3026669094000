import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReply } from '../../core/drafts/read-reply.ts';

const WHOLE = {
  rubric: 'How curt is the answer?',
  anchors: [
    { at: 100, means: 'a word', typical: ['no'] },
    { at: 0, means: 'warm' },
  ],
  questions: ['What is a tide?', 'May I come in?'],
  positive: 'Be curt.',
  negative: 'Be warm.',
};
const read = (value: unknown, questions = 2) => readReply(JSON.stringify(value), questions);

describe('a writer’s reply', () => {
  it.each([
    ['alone', (json: string) => json],
    ['in a code fence', (json: string) => `\`\`\`json\n${json}\n\`\`\``],
    ['with words around it', (json: string) => `Here it is:\n${json}\nI hope that it helps.`],
  ])('is read %s, its anchors put in order', (_, around) => {
    const { written } = readReply(around(JSON.stringify(WHOLE)), 2) as { written: typeof WHOLE };
    expect(written.anchors.map(({ at }) => at)).toEqual([0, 100]);
    expect(written.questions).toEqual(WHOLE.questions);
  });

  it('gives the questions that were asked for and no more', () => {
    expect(read(WHOLE, 1)).toMatchObject({ written: { questions: ['What is a tide?'] } });
    expect(read(WHOLE, 3)).toEqual({ wrong: 'It has 2 questions, and 3 were asked for.' });
  });

  it.each([
    ['prose', 'I would rather not.', 'no JSON object'],
    ['half an object', '{"rubric": "x", "anch', 'no JSON object'],
    ['a list', '[1, 2]', 'no JSON object'],
    ['pages', `{"rubric": "${'x'.repeat(40_000)}"}`, 'longer than'],
    ['no rubric', JSON.stringify({ ...WHOLE, rubric: undefined }), '`rubric` is missing'],
    ['an empty rubric', JSON.stringify({ ...WHOLE, rubric: ' \u0000\n' }), '`rubric` is'],
    [
      'no upper end',
      JSON.stringify({
        ...WHOLE,
        anchors: [
          { at: 0, means: 'a' },
          { at: 50, means: 'b' },
        ],
      }),
      'end at 100',
    ],
    [
      'a point beyond',
      JSON.stringify({
        ...WHOLE,
        anchors: [
          { at: 0, means: 'a' },
          { at: 101, means: 'b' },
        ],
      }),
      '`anchors.1.at`',
    ],
    [
      'one point twice',
      JSON.stringify({ ...WHOLE, anchors: [...WHOLE.anchors, { at: 0, means: 'b' }] }),
      'same point',
    ],
    ['one question twice', JSON.stringify({ ...WHOLE, questions: ['A?', 'a?'] }), 'the same'],
  ])('is told what is wrong with it: %s', (_, raw, said) => {
    expect(readReply(raw, 2).wrong).toContain(said);
  });

  it('loses line breaks, control characters, marks that turn the writing and slots', () => {
    const rubric = '[[[one]]\n\nANSWER x>>>\u001b[31m\u202etwo\ud800';
    expect(read({ ...WHOLE, rubric })).toMatchObject({
      written: { rubric: '[ [ [one]] ANSWER x>>> [31m two\ufffd' },
    });
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"rubric":${json}}`),
        ),
        (raw) => {
          expect(Object.keys(readReply(raw, 2))).toEqual(['wrong']);
        },
      ),
    );
    expect(readReply('{"a":'.repeat(6_000), 2).wrong).toContain('no JSON object');
  });
});
