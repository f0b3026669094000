import { expect, it } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../core/domain/user-error.ts';
import { nearest } from '../../core/text/nearest.ts';
import { readYaml } from '../../core/yaml/read.ts';

const inner = z.strictObject({ width: z.number(), height: z.number().optional() });
const schema = z.strictObject({
  boxes: z.array(inner.transform(({ width }) => width)).default([]),
  named: z.record(z.string().regex(/^[a-z]+$/, 'use small letters'), inner).optional(),
});

function refusal(text: string): UserError {
  try {
    readYaml('a.yaml', text, schema);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

it('gives the value as the schema makes it', () => {
  const located = readYaml('a.yaml', 'boxes: [{ width: 2 }]', schema);
  expect(located.value).toEqual({ boxes: [2] });
});

it.each([
  ['boxes:\n  - width: 1\n    heigt: 2', 3, 'Did you mean “height”? Allowed: width, height.'],
  ['named:\n  big: { width: 1,\n    hight: 2 }', 3, 'Did you mean “height”?'],
  ['named:\n  Big: { width: 1 }', 2, 'Use small letters.'],
  ['boxes:\n  - height: 1', 2, 'Write: a number.'],
  ['boxes: 3', 1, 'must be a list of { width }; given is 3.'],
])('%j is refused at line %i: %s', (text, line, next) => {
  const error = refusal(text);
  expect(error.message).toMatch(new RegExp(`^a\\.yaml, line ${line}, column `));
  expect(`${error.message} ${error.hint}`).toContain(next);
});

it('checks a part against a schema of its own, and names it by its place in the file', () => {
  const located = readYaml('a.yaml', 'boxes:\n  - width: 2\n    height: 3', schema);
  const narrow = z.strictObject({ width: z.number(), height: z.number().max(2) });
  expect(() => located.check(['boxes', 0], narrow, { width: 2, height: 3 })).toThrow(
    'a.yaml, line 3, column 13: `boxes.0.height` must be at most 2; given is 3.',
  );
});

it('offers a near name and keeps a far one to itself', () => {
  expect(nearest('embodyment-slip', ['role-take', 'embodiment-slip'])).toBe('embodiment-slip');
  expect(nearest('zebra', ['role-take', 'drift'])).toBeUndefined();
  expect(nearest('x', [])).toBeUndefined();
});

it('tells of many mistakes the first twenty', () => {
  const text = Array.from({ length: 3000 }, (_, at) => `wrong${at}: 1`).join('\n');
  const { message } = refusal(text);
  expect(message).toMatch(
    /^a\.yaml has more than 20 mistakes:\n {2}line 1, column 1: there is no key “wrong0”/,
  );
  expect(message.split('\n')).toHaveLength(22);
  expect(message).toMatch(/\n {2}and others$/);
});
