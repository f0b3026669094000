import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { FOLDERS } from '../../bots/folders.ts';
import { commandModal } from '../../bots/slack/receive/modal.ts';
import type { Command, Option } from '../../core/command-line/declare.ts';
import { loadCommands } from '../../core/command-line/load.ts';
import { nastyText } from '../fixtures/arbitrary-view.ts';
import { modalErrors } from './rules.ts';

const commands = await loadCommands(FOLDERS.commands);
const place = { channel: 'C0GENERAL', thread: '1700000001.000100' };

function errors(view: unknown): readonly string[] {
  return modalErrors(JSON.parse(JSON.stringify(view)));
}

test.each([...commands.keys()])('the form of “%s” is legal', (name) => {
  const picked = commands.get(name);
  if (picked) expect(errors(commandModal({ commands, picked, place, text: 'Why?' }))).toEqual([]);
});

test('a long name is cut in the title, and carried whole', () => {
  const [, some] = [...commands];
  if (!some) return expect.unreachable();
  const long = { ...some[1], name: 'a-name-of-more-than-seventeen-letters' };
  const view = commandModal({ commands: new Map([[long.name, long]]), picked: long, place });
  expect(errors(view)).toEqual([]);
  expect(JSON.stringify(view)).toContain(`"value":"${long.name}"`);
});

const about = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 });
const common = { about, required: fc.boolean(), positional: fc.boolean() };
const range = { min: fc.integer({ max: 0 }), max: fc.integer({ min: 1 }) };
const option: fc.Arbitrary<Option> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), ...common }),
  fc.record({ kind: fc.constantFrom('integer' as const, 'number' as const), ...common, ...range }),
  fc.record({
    kind: fc.constantFrom('flag' as const, 'models' as const, 'run' as const),
    ...common,
  }),
  fc.record({
    kind: fc.constant('choice' as const),
    ...common,
    choices: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1, maxLength: 120 }),
  }),
);
const name = fc.stringMatching(/^[a-z][a-z-]{0,30}$/);

test('the form of any command is legal, whatever the text that it begins with', () => {
  fc.assert(
    fc.property(
      name,
      about,
      fc.dictionary(name, option),
      nastyText,
      (called, what, options, text) => {
        const picked: Command = {
          name: called,
          about: what,
          options,
          examples: [called],
          run: () => Promise.reject(new Error('not run')),
        };
        const all = new Map([...commands, [called, picked]]);
        expect(errors(commandModal({ commands: all, picked, place, text }))).toEqual([]);
      },
    ),
    { seed: 1 },
  );
});
