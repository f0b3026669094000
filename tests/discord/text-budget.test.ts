import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cost,
  LEAST_BUDGET,
  linesPart,
  type Part,
  stackParts,
  textPart,
} from '../../bots/discord/render/text-budget.ts';
import { nastyText } from '../fixtures/arbitrary-view.ts';

const plain = (text: string) => text;
const part: fc.Arbitrary<Part> = fc.oneof(
  nastyText.map((text) => textPart(text, (one) => `> ${one}`)),
  fc.array(fc.string({ maxLength: 50 }), { maxLength: 30 }).map((all) => linesPart(all, plain)),
);
const tree = fc.oneof(
  part,
  fc.array(part, { maxLength: 20 }).map((parts) => stackParts(parts, '\n\n')),
  fc
    .array(
      fc.array(part, { maxLength: 4 }).map((parts) => stackParts(parts)),
      { maxLength: 6 },
    )
    .map((parts) => stackParts(parts)),
);

describe('any part', () => {
  test('keeps to the room that it is given', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: LEAST_BUDGET, max: 4000 }), (one, room) => {
        expect(cost(one.fit(room))).toBeLessThanOrEqual(room);
      }),
      { seed: 21 },
    );
  });

  test('is whole where it has its size', () => {
    fc.assert(
      fc.property(tree, (one) => {
        if (one.size === Infinity) return;
        expect(one.fit(one.size)).toBe(one.fit(1e9));
      }),
      { seed: 22 },
    );
  });
});

test('short parts stay whole beside a long one', () => {
  const parts = [
    textPart('larch', plain),
    textPart('yes', plain),
    textPart('word '.repeat(200), plain),
  ];
  const text = stackParts(parts).fit(300);
  expect(text).toMatch(/^larch\nyes\nword word/);
  expect(text).toMatch(/…$/);
});

test('parts with no room at all are counted', () => {
  const parts = Array.from({ length: 30 }, (_, at) => textPart(`${at} `.repeat(60), plain));
  expect(stackParts(parts).fit(200)).toMatch(/^0 0 .*…\n1 1 .*…\n-# … 28 more$/);
});

test('a character is never split', () => {
  for (let room = LEAST_BUDGET; room < 100; room++) {
    expect(textPart('👩'.repeat(300), plain).fit(room).isWellFormed()).toBe(true);
  }
});
