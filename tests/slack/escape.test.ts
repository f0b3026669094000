import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkup, unescapeMarkup } from '../../bots/slack/render/escape.ts';
import { excerpt } from '../../core/text/excerpt.ts';
import { sanitiseBlock, sanitiseShown } from '../../core/text/sanitise.ts';
import { countCodePoints, truncateCodePoints } from '../../core/text/truncate.ts';
import { nastyText } from '../fixtures/arbitrary-view.ts';

test('code points are counted, not UTF-16 units', () => {
  expect(countCodePoints('𝔸𝔹')).toBe(2);
  expect(truncateCodePoints('𝔸𝔹ℂ𝔻', 3)).toBe('𝔸𝔹…');
  expect(truncateCodePoints('𝔸𝔹ℂ', 3)).toBe('𝔸𝔹ℂ');
});

test('what is cut is within the length and ends with the mark', () => {
  fc.assert(
    fc.property(nastyText, fc.integer({ min: 1, max: 500 }), (text, most) => {
      const { text: kept, cut: isCut } = excerpt(text, most);
      expect(countCodePoints(kept)).toBeLessThanOrEqual(most);
      if (isCut) expect(kept.endsWith('…')).toBe(true);
      else expect(kept).toBe(sanitiseShown(text));
    }),
  );
});

test('nothing that hides or reorders is left, and nothing grows', () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      const safe = sanitiseBlock(text);
      expect(safe).not.toMatch(
        /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/,
      );
      expect(safe.isWellFormed()).toBe(true);
      expect(countCodePoints(safe)).toBeLessThanOrEqual(countCodePoints(text));
    }),
  );
});

test('controls are shown as what they are', () => {
  expect(sanitiseBlock('a\u001B[31mb\r\nc\u202Ed')).toBe('a␛[31mb\nc\uFFFDd');
});

test.each(['', ' \n', '\u200B\uFEFF', '\u0000', '\u3164\u115F', '\u2800'])(
  'text that shows nothing is “(empty)”: %j',
  (text) => {
    expect(sanitiseShown(text)).toBe('(empty)');
  },
);

test('scripts that need joiners and marks keep them', () => {
  for (const text of ['👩‍👩‍👧‍👦', 'हिन्दी', 'می‌خواهم', 'עִבְרִית', 'e\u0301']) {
    expect(sanitiseShown(text)).toBe(text);
  }
});

describe('what Slack made of typed text is undone', () => {
  test.each([
    ['ask &lt;!channel&gt; &amp;amp; co', 'ask <!channel> &amp; co'],
    ['<@U1|ada> <@U2>', '@ada @U2'],
    ['<#C1|general> <#C2>', '#general #C2'],
    ['<!here> <!channel|channel> <!subteam^S1|@team>', '@here channel @team'],
    ['<https://a.example/x|a.example/x> <https://b.example>', 'a.example/x https://b.example'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['<!date^1392734382^{date}|Feb 18, 2014>', 'Feb 18, 2014'],
    ['  ask “Why don’t I?” —samples 3 ', 'ask “Why don’t I?” —samples 3'],
  ])('%s', (given, typed) => {
    expect(unescapeMarkup(given)).toBe(typed);
  });

  test('text that was escaped comes back as it was', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(unescapeMarkup(escapeMarkup(text))).toBe(text.trim());
      }),
    );
  });
});
