import { expect, test } from 'vitest';
import * as browser from '../../bots/browser/limits.ts';
import * as discord from '../../bots/discord/limits.ts';
import * as slack from '../../bots/slack/limits.ts';
import * as terminal from '../../bots/terminal/limits.ts';

test.each(Object.entries({ browser, discord, slack, terminal }))(
  'every limit of %s is a number with its source',
  (_, { LIMITS, TIMES }) => {
    const all = Object.entries({ ...LIMITS, ...TIMES });
    expect(all.length).toBeGreaterThan(3);
    for (const [name, { max, source }] of all) {
      expect(max, name).toBeGreaterThan(0);
      expect(source.length, name).toBeGreaterThan(10);
    }
  },
);
