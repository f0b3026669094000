import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { columnsOf } from '../../core/text/columns.ts';
import { nastyText } from '../fixtures/arbitrary-view.ts';

/** Every character that is taken to be narrow, and some beside them. */
const character = fc.integer({ min: 0x20, max: 0x25ff }).map((code) => String.fromCodePoint(code));

test('columns are those of string-width, whose tables are loaded for wide characters alone', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        nastyText,
        fc.array(character).map((all) => all.join('')),
      ),
      (text) => {
        expect(columnsOf(text)).toBe(stringWidth(text));
      },
    ),
  );
});

test('each character that is measured without them takes one column, alone and after another', () => {
  for (let code = 0x20; code <= 0x25ff; code++) {
    const text = String.fromCodePoint(code);
    expect(columnsOf(text), `U+${code.toString(16)}`).toBe(stringWidth(text));
    expect(columnsOf(`a${text}`), `a and U+${code.toString(16)}`).toBe(stringWidth(`a${text}`));
  }
});
