import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Drawings } from '../../bots/discord/render/drawing.ts';
import type { FallbackLevel } from '../../bots/discord/render/fallback-levels.ts';
import { render } from '../../bots/discord/render/message.ts';
import type { View } from '../../core/views/view.ts';
import { viewArbitrary } from '../fixtures/arbitrary-view.ts';
import { faults } from './legal.ts';

const LEVELS: readonly FallbackLevel[] = ['rich', 'monospace', 'bare', 'plain'];

/** An image for each of the first blocks that may have one, as `prepare` would draw them. */
function drawn(view: View): Drawings {
  const blocks = view.blocks.filter(({ kind }) => kind === 'picture' || kind === 'columns');
  return new Map(blocks.slice(0, 3).map((block) => [block, new Uint8Array(8)]));
}

test('any view is a legal message at every level', () => {
  fc.assert(
    fc.property(viewArbitrary, fc.nat({ max: 6 }), fc.nat({ max: 2 }), (view, files, left) => {
      const prepared = {
        view,
        drawings: drawn(view),
        files: Array.from({ length: files }, (_, at) => ({
          name: `${at}.txt`,
          mime: 'text/plain',
          data: new Uint8Array(9),
        })),
        left: Array.from({ length: left }, () => 'a.bin (99.0 MiB) is more than Discord takes.'),
      };
      for (const level of LEVELS) {
        const { body, files: sent } = render(prepared, level);
        const sizes = sent.map(({ name, data }) => ({ name, size: data.length }));
        expect(faults(body, sizes, 'create')).toEqual([]);
        expect(faults(body, sizes, 'edit')).toEqual([]);
      }
    }),
    { numRuns: 80, seed: 7 },
  );
});
