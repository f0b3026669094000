import { plural } from '../../text/plural.ts';
import type { ProbeDraft, Source } from '../format.ts';
import { ANY_ANSWER } from '../unscored.ts';
import { groupOf } from './assertions.ts';
import type { Test } from './tests.ts';

type Scored = Pick<ProbeDraft, 'scores' | 'measures'>;

/** Scores and measures for what the tests expect; where they expect nothing, whether there is an answer. */
export function scoredBy(
  expected: readonly { readonly item: string; readonly test: Test }[],
  warn: Source['warn'],
): Scored {
  const checks = Object.fromEntries(
    expected.flatMap(({ item, test }) =>
      test.expected.checks.length > 0 ? [[item, test.expected.checks]] : [],
    ),
  );
  const rubrics = Object.fromEntries(
    expected.flatMap(({ item, test }) => {
      const all = test.expected.rubrics;
      if (all.length === 0) return [];
      return [[item, all.length === 1 ? all[0] : numbered(all)]];
    }),
  );
  const words = Object.keys(checks).length > 0;
  const judge = Object.keys(rubrics).length > 0;
  if (!words && !judge) {
    warn('No assertion could be read: nothing is scored but whether there is an answer.');
    return ANY_ANSWER;
  }
  const unscored = expected.filter(({ test }) => groupOf(test.expected) === 'unscored');
  if (unscored.length > 0) {
    warn(
      `Asked but not counted: ${plural(unscored.length, 'question')} of which nothing is expected that could be read.`,
    );
  }
  const parts = [
    ...(words ? [{ id: 'words', label: 'passes on its words' }] : []),
    ...(judge ? [{ id: 'judge', label: 'passes before a judge' }] : []),
  ];
  return {
    scores: [
      ...(words ? [{ id: 'words', by: 'expected', expect: checks }] : []),
      ...(judge ? [{ id: 'judge', by: 'expected-rubric', expect: rubrics }] : []),
    ],
    measures: [
      {
        id: 'passes',
        label: 'passes all that its test expects',
        kind: 'share',
        groups: groupsAmong(expected, ['words', 'judge', 'words-and-judge']),
        when: parts.map(({ id }) => ({ score: id, is: [1] })),
      },
      ...(parts.length < 2
        ? []
        : parts.map(({ id, label }) => ({
            id,
            label,
            kind: 'share' as const,
            groups: groupsAmong(expected, [id, 'words-and-judge']),
            when: [{ score: id, is: [1] }],
          }))),
    ],
  };
}

/** Those of some groups that items have: a measure may name no other. */
function groupsAmong(
  expected: readonly { readonly test: Test }[],
  wanted: readonly string[],
): string[] {
  const kinds = expected.map(({ test }) => groupOf(test.expected));
  return wanted.filter((group) => kinds.includes(group));
}

function numbered(all: readonly string[]): string {
  return `All of these hold: ${all.map((one, index) => `(${index + 1}) ${one}`).join(' ')}`;
}
