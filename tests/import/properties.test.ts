import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../core/domain/user-error.ts';
import { FORMAT_NAMES } from '../../core/import/names.ts';
import { importing, png, textChunk } from './files.ts';

const list = (words: string) => words.split(' ');
/** Keys that some format knows, and some that objects have of their own. */
const KEYS = [
  ...list('prompts tests vars assert type value scenarios config defaultTest options'),
  ...list('instruction pos neg questions eval_prompt description'),
  ...list('id paraphrases system judge_prompts aligned coherent samples_per_paraphrase'),
  ...list('question answer_matching_behavior answer_not_matching_behavior'),
  ...list('spec data name personality scenario first_mes system_prompt nickname source'),
  ...list('__proto__ constructor __expected'),
  '',
];
/** What means something to a reader, to a template or to a file. */
const WORDS = [
  ...list('{{vars}} {{ }} {{a.b}} {{a}} file://x.txt ../x.json contains llm-rubric regex equals'),
  ...list(
    '( (a+)+$ [[slot]] (A) {question} {answer} chara_card_v2 --- *a &a : #/assertionTemplates/x',
  ),
  ...[
    ' Yes',
    '0 means "no"',
    '100 (yes)',
    '- 3 if so',
    '\u0000',
    '\u202e',
    '\ud800',
    '雨',
    '\n',
    '"',
  ],
];

const leaf = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('node'), { maxKeys: 7 }),
  ),
})).node;

const text = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string()), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' '));
/** Mostly what belongs there, seldom anything else. */
const part = fc.oneof({ weight: 30, arbitrary: text }, { weight: 1, arbitrary: tree });
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 3 });
const assertion = fc.record({
  type: fc.constantFrom(
    ...list('contains not-icontains-any icontains-all regex llm-rubric is-json assert-set'),
  ),
  value: fc.oneof(part, some(part)),
});
const test = fc.record(
  {
    vars: fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.oneof(part, some(part))),
    assert: some(assertion),
    description: part,
    options: fc.record({ prefix: part, suffix: part }),
  },
  { requiredKeys: [] },
);
const questions = some(text);
const OUTLINES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  card: fc.record({
    spec: fc.constant('chara_card_v2'),
    data: fc.dictionary(fc.constantFrom(...KEYS), part),
  }),
  trait: fc.record({
    instruction: some(fc.record({ pos: part, neg: part })),
    questions,
    eval_prompt: part,
  }),
  role: fc.record({ instruction: some(fc.record({ pos: part })), questions, eval_prompt: part }),
  'emergent-misalignment': some(
    fc.record(
      {
        id: text,
        paraphrases: questions,
        system: text,
        judge_prompts: fc.dictionary(text, text, { maxKeys: 3 }),
      },
      { requiredKeys: ['id', 'paraphrases'] },
    ),
  ),
  'anthropics-evals': some(
    fc.record({
      question: part,
      answer_matching_behavior: text,
      answer_not_matching_behavior: fc.oneof(text, some(text)),
    }),
  ),
  promptfoo: fc.record(
    { prompts: some(part), tests: some(test), defaultTest: test, description: part },
    { requiredKeys: ['prompts', 'tests'] },
  ),
};

/** What a file gives, or the words in which it was refused. */
function outcomeOf(file: string, content: string | Uint8Array, as?: string) {
  try {
    return importing(file, content, { as });
  } catch (error) {
    // Only this may be thrown.
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** Imported as a whole, or refused in a sentence with a next step. */
function expectSound(outcome: ReturnType<typeof outcomeOf>): void {
  if (outcome instanceof UserError) {
    expect(outcome.message).toMatch(/\w.*[.:?]/s);
    expect(outcome.hint).toMatch(/\w.*[.:?]/s);
    return;
  }
  const { name } = outcome.kind === 'probe' ? outcome.probe : outcome.persona;
  expect(outcome.yaml).toMatch(new RegExp(`^name: ["']?${name}["']?$`, 'm'));
}

const RUNS = { numRuns: 150 };

describe('whatever a file holds, it is imported or refused in words', { timeout: 30_000 }, () => {
  it('bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expectSound(outcomeOf('any.bin', bytes));
      }),
      RUNS,
    );
  });

  it('the marks that JSON, YAML and tables are made of', () => {
    const marks = fc.constantFrom(...WORDS, ...KEYS, ...'{}[],"\'|>!%', '- ', ': ', '  ');
    const marked = fc.array(marks, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(marked, fc.constantFrom('a.yaml', 'a.csv', 'a.txt'), (given, file) => {
        expectSound(outcomeOf(file, given));
      }),
      RUNS,
    );
  });

  it.each(Object.entries(OUTLINES))('what has the outline of %s', (format, outline) => {
    let imported = 0;
    fc.assert(
      fc.property(outline, fc.boolean(), (value, told) => {
        const outcome = outcomeOf('a.json', JSON.stringify(value), told ? format : undefined);
        expectSound(outcome);
        if (!(outcome instanceof UserError)) imported += 1;
      }),
      RUNS,
    );
    // Otherwise only refusals were tested.
    expect(imported).toBeGreaterThan(15);
  });

  it.each(FORMAT_NAMES)('trees of known keys, read as %s', (format) => {
    fc.assert(
      fc.property(tree, (value) => {
        expectSound(outcomeOf('a.json', JSON.stringify(value), format));
      }),
      RUNS,
    );
  });

  it('tables', () => {
    const cell = fc.oneof(fc.constantFrom(...WORDS), fc.string());
    const rows = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 });
    const quoted = (cells: readonly string[]) =>
      cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...KEYS), { maxLength: 5 }), rows, (header, body) => {
        expectSound(outcomeOf('a.csv', [header, ...body].map(quoted).join('\n')));
      }),
      RUNS,
    );
  });

  it('pictures with anything in their card, and with a byte changed', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.integer({ min: 0, max: 255 }), (value, at, byte) => {
        const picture = png(textChunk('chara', value));
        expectSound(outcomeOf('a.png', picture));
        picture.writeUInt8(byte, at % picture.length);
        expectSound(outcomeOf('a.png', picture));
      }),
      RUNS,
    );
  });
});
