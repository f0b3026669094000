import { expect, test } from 'vitest';
import { UserError } from '../../core/domain/user-error.ts';
import { defineProbe } from '../../core/probes/define-probe.ts';
import type { ProbeInput } from '../../core/probes/schema.ts';

const MINE: ProbeInput = {
  name: 'mine',
  version: 1,
  title: 'does it say “yes”?',
  about: 'A probe for tests.',
  source: [{ label: 'tests' }],
  conditions: [{ id: 'plain', label: 'plain' }],
  baseline: 'plain',
  items: [{ id: 'one', ask: 'Yes or no?' }],
  scores: [{ id: 'says-yes', by: 'pattern', pattern: '\\byes\\b' }],
  measures: [
    { id: 'yes', label: 'says yes', kind: 'share', when: [{ score: 'says-yes', is: [1] }] },
  ],
  psm: { predicts: 'It does.', against: 'It does not.' },
};

test('a probe written in code is filled in as one in a file is', () => {
  expect(defineProbe(MINE)).toMatchObject({ name: 'mine', samples: 4 });
});

test('one that is wrong is named, with what is wrong', () => {
  const define = () => defineProbe({ ...MINE, items: [] });
  expect(define).toThrow(UserError);
  expect(define).toThrow(/“mine”.*items/s);
});
