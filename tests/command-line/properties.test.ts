import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeLine } from '../../core/command-line/complete-line.ts';
import { formatLine } from '../../core/command-line/format.ts';
import { parseArgv, parseLine, parseValues } from '../../core/command-line/parse.ts';
import { UserError } from '../../core/domain/user-error.ts';
import { nearest } from '../../core/text/nearest.ts';
import { app, ask, commands, compare, run } from './fixtures.ts';

const marks = fc.constantFrom(
  ...['"', "'", '“', '”', '„', '‘', '’', '\\', '=', ',', ' ', '\n', '\u00a0'],
  ...[
    '--',
    '—',
    '–',
    '-',
    '--samples',
    '—models',
    '--no-cache',
    '--p',
    '--__proto__',
    'ask',
    'run',
  ],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.oneof(marks, fc.string({ maxLength: 4 })), { maxLength: 20 })
    .map((all) => all.join('')),
);
const someText = anyText.filter((text) => text.trim() !== '');
const anyLine = fc.tuple(
  fc.constantFrom('', 'ask ', 'run ', 'show ', 'compare ', '/probe '),
  anyText,
);

/** Runs it; a UserError explains, anything else that is thrown fails the test. */
function explains(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.message).not.toBe('');
    expect(error.hint).not.toBe('');
    expect(error.message.length + error.hint.length).toBeLessThan(600);
  }
}

test('any line is read or explained', () => {
  fc.assert(
    fc.property(anyLine, (parts) => explains(() => parseLine(parts.join(''), commands))),
    { numRuns: 2000, seed: 1 },
  );
});

test('any words from a shell are read or explained', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 8 }), (argv) =>
      explains(() => parseArgv(['ask', ...argv], commands)),
    ),
    { numRuns: 1000, seed: 2 },
  );
});

test('any form is read or explained', () => {
  const value = fc.oneof(anyText, fc.double(), fc.boolean());
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(marks, fc.string(), fc.constantFrom('prompt', 'samples')), value),
      (raw) => explains(() => parseValues(ask, raw)),
    ),
    { numRuns: 1000, seed: 3 },
  );
});

test('a line made from values is read as the same values', () => {
  const names = fc.array(fc.stringMatching(/^[a-z0-9][a-z0-9./:@+-]{0,8}$/), {
    minLength: 1,
    maxLength: 4,
  });
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const given = fc.oneof(
    fc.record({
      command: fc.constant(ask),
      values: fc.record({
        prompt: someText,
        models: optional(names),
        samples: optional(fc.integer({ min: 1, max: 100 })),
        temperature: optional(fc.double({ min: 0, max: 2, noNaN: true }).map((value) => value + 0)),
        cache: optional(fc.boolean()),
        note: optional(someText),
      }),
    }),
    fc.record({
      command: fc.constant(run),
      values: fc.record({ probe: someText.map((text) => text.trim()), models: optional(names) }),
    }),
    fc.record({
      command: fc.constant(compare),
      values: fc.record({
        first: optional(someText.map((text) => text.trim())),
        models: optional(names),
        why: optional(someText),
      }),
    }),
  );
  fc.assert(
    fc.property(given, ({ command, values }) => {
      const line = formatLine(command, values);
      expect(parseLine(line, commands)).toEqual({ command, values });
      expect(parseLine(`/probe ${line}`, commands)).toEqual({ command, values });
    }),
    { numRuns: 2000, seed: 4 },
  );
});

test('a line of 100,000 quotes takes no time to speak of', () => {
  const started = performance.now();
  for (const mark of ['"', "'", '“', '‘', '’', "' ", '" ', '\\"', "'a "]) {
    explains(() => parseLine(`ask ${mark.repeat(100_000 / mark.length)}x`, commands));
    explains(() => parseLine(`ask "${mark.repeat(100_000 / mark.length)}\\`, commands));
  }
  expect(performance.now() - started).toBeLessThan(3000);
});

test('any line can be completed at any place, and every completion of a name is that name', async () => {
  await fc.assert(
    fc.asyncProperty(anyLine, fc.nat(), async (parts, place) => {
      const line = parts.join('');
      const caret = place % (line.length + 1);
      const { from, to, choices } = await completeLine(app, line, caret);
      expect(from).toBeLessThanOrEqual(to);
      expect(to).toBe(caret);
      expect(choices.length).toBeLessThanOrEqual(25);
    }),
    { numRuns: 1000, seed: 5 },
  );
});

test('the nearest name is one of the names', () => {
  const names = ['embodiment-slip', 'role-take', 'two-narrators'];
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      expect([undefined, ...names]).toContain(nearest(typed, names));
    }),
  );
});
