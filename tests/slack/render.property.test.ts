import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { FALLBACK_LEVELS } from '../../bots/slack/render/fallback-levels.ts';
import { render } from '../../bots/slack/render/message.ts';
import type { Picture } from '../../core/charts/picture.ts';
import { viewArbitrary } from '../fixtures/arbitrary-view.ts';
import { messageErrors } from './rules.ts';

const places = fc.constantFrom('channel' as const, 'thread' as const, 'private' as const);

test.each(FALLBACK_LEVELS)('any view is legal at the level “%s”', (level) => {
  fc.assert(
    fc.property(viewArbitrary, places, fc.boolean(), (view, place, uploaded) => {
      const images = new Map<Picture, string>();
      for (const block of uploaded ? view.blocks : []) {
        if (block.kind === 'picture') images.set(block.picture, 'F0123456789');
      }
      const { blocks, text } = render(view, { level, place, images });
      expect(messageErrors(JSON.parse(JSON.stringify(blocks)), text)).toEqual([]);
      expect(blocks.length === 0).toBe(level === 'file');
    }),
    { seed: 1, numRuns: 60, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: true },
  );
});
