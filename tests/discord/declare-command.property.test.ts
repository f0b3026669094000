import { ApplicationCommandCreateRequestSchema } from 'discord-api-spec/zod';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandBody, textOf } from '../../bots/discord/receive/declare-command.ts';
import { commandNamed, discordNames, optionNamed } from '../../bots/discord/receive/names.ts';
import { FOLDERS } from '../../bots/folders.ts';
import { defineCommand } from '../../core/app/define-command.ts';
import type { Command, Option } from '../../core/command-line/declare.ts';
import { loadCommands } from '../../core/command-line/load.ts';
import { nastyText } from '../fixtures/arbitrary-view.ts';

const never = () => Promise.reject(new Error('not run'));

const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60 }),
  fc.constantFrom('follow-up', 'maxUsd', 'a', 'A', 'ÄÖÜ', '人格', "don't", '--', ' '),
);
const base = fc.record({ about: nastyText, required: fc.boolean() });
const range = fc
  .tuple(
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc.double({ min: 0, max: 1e12, noNaN: true }),
  )
  .map(([min, span]) => ({ min, max: min + span }));
const option: fc.Arbitrary<Option> = fc.oneof(
  base.map((one) => ({ ...one, kind: 'text' as const })),
  fc
    .tuple(base, fc.nat())
    .map(([one, maxLength]) => ({ ...one, kind: 'text' as const, maxLength })),
  fc
    .tuple(base, range)
    .map(([one, { min, max }]) => ({ ...one, kind: 'number' as const, min, max })),
  fc.tuple(base, range).map(([one, { min, max }]) => ({
    ...one,
    kind: 'integer' as const,
    min: Math.floor(min),
    max: Math.ceil(max),
  })),
  fc
    .tuple(base, fc.array(nastyText, { maxLength: 40 }))
    .map(([one, choices]) => ({ ...one, kind: 'choice' as const, choices })),
  fc
    .tuple(base, fc.constantFrom('flag', 'models', 'personas', 'model', 'probe', 'run', 'command'))
    .map(([one, kind]) => ({ ...one, kind })),
);
const command: fc.Arbitrary<Command> = fc
  .record({ name, about: nastyText, options: fc.dictionary(name, option, { maxKeys: 40 }) })
  .map((declared) => ({
    ...declared,
    examples: ['x'],
    run: never,
  }));
const commands = fc.uniqueArray(command, { selector: (one) => one.name, maxLength: 40 });

const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;

describe('any declarations', () => {
  test('become a command that Discord takes', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const body = commandBody(all);
        expect(ApplicationCommandCreateRequestSchema.safeParse(body).error).toBeUndefined();
        expect(textOf(body)).toBeLessThanOrEqual(8000);
        const subcommands = body.options ?? [];
        expect(new Set(subcommands.map((one) => one.name)).size).toBe(subcommands.length);
        for (const one of subcommands) {
          expect(one.name).toMatch(NAME);
          const options = 'options' in one ? (one.options ?? []) : [];
          const required = options.map((option) => option.required === true);
          expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
          expect(options.every((option) => NAME.test(option.name))).toBe(true);
          expect(options.every((option) => option.name === option.name.toLowerCase())).toBe(true);
          expect(new Set(options.map((option) => option.name)).size).toBe(options.length);
        }
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  test('are found again by the names that Discord knows them by', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const byName = new Map(all.map((one) => [one.name, one]));
        const names = discordNames(byName.keys());
        for (const one of all) {
          expect(commandNamed(names.get(one.name) ?? '', byName)).toBe(one);
          for (const [ours, theirs] of discordNames(Object.keys(one.options))) {
            expect(optionNamed(theirs, one)?.name).toBe(ours);
          }
        }
      }),
      { numRuns: 30, seed: 12 },
    );
  });
});

test('our own commands keep their descriptions whole', async () => {
  const all = await loadCommands(FOLDERS.commands);
  const body = commandBody(all.values());
  expect(body.options?.map(({ name }) => name)).toEqual([...all.keys()]);
  expect(JSON.stringify(body)).not.toContain('…');
});

test('more words than Discord takes are shortened, and no command is lost', () => {
  const about = 'word '.repeat(20);
  const options = Object.fromEntries(
    Array.from({ length: 25 }, (_, at) => [`option-${at}`, { kind: 'flag' as const, about }]),
  );
  const many = Array.from({ length: 12 }, (_, at) =>
    defineCommand({ name: `command-${at}`, about, options, examples: ['x'], run: never }),
  );
  const body = commandBody(many);
  expect(textOf(body)).toBeLessThanOrEqual(8000);
  expect(body.options).toHaveLength(12);
});
