import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeSafe, inlineCode, literal } from '../../bots/discord/render/escape.ts';
import { isBlank } from '../../core/text/characters.ts';
import { sanitiseBlock } from '../../core/text/sanitise.ts';
import { nastyText } from '../fixtures/arbitrary-view.ts';

/** What a reader sees of escaped text: a backslash before a mark is not shown, a zero-width space is not seen. */
function shown(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/g, '$1').replaceAll('@\u200B', '@');
}

describe('literal text', () => {
  test.each([
    [
      '**bold** _it_ ~~gone~~ ||spoiler|| `code`',
      String.raw`\*\*bold\*\* \_it\_ \~\~gone\~\~ \|\|spoiler\|\| \`code\``,
    ],
    ['# heading', String.raw`\# heading`],
    ['-# small', String.raw`\-# small`],
    ['> quote\n>>> all', '\\> quote\n\\>>> all'],
    ['- list\n+ list\n  * list', '\\- list\n\\+ list\n  \\* list'],
    ['1. list', String.raw`1\. list`],
    ['[masked](https://evil.example)', String.raw`\[masked\](https\://evil.example)`],
    [
      '<@123> <@&4> <#5> <t:1:R> <:e:6> </probe:7> <id:home>',
      String.raw`\<@123> \<@&4> \<#5> \<t\:1\:R> \<\:e\:6> \</probe\:7> \<id\:home>`,
    ],
    ['@everyone @here', '@\u200Beveryone @\u200Bhere'],
    [':tada: at 12:30', String.raw`\:tada\: at 12\:30`.replace('tada\\:', 'tada:')],
    ['discord.gg/abc', String.raw`discord\.gg/abc`],
  ])('%j', (given, escaped) => {
    expect(literal(given)).toBe(escaped);
  });

  test('reads as it was given, whatever it is', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const given = sanitiseBlock(text);
        expect(shown(literal(given))).toBe(given.replaceAll('@\u200B', '@'));
      }),
      { seed: 3 },
    );
  });

  test('has no mark left that Discord acts on', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const bare = literal(sanitiseBlock(text)).replace(/\\./gs, '');
        expect(bare).not.toMatch(/[*_~|`[\]<]|https?:\/\/|@(everyone|here)|:\w+:|discord\.gg/i);
        expect(bare).not.toMatch(/^\s*(#|>|[+-])/m);
      }),
      { seed: 4 },
    );
  });
});

describe('clean text', () => {
  test('has no control characters, no text that runs backwards, no lone surrogate', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(sanitiseBlock(text)).not.toMatch(
          /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/,
        );
        expect(sanitiseBlock(text).isWellFormed()).toBe(true);
      }),
      { seed: 5 },
    );
  });

  test('shows control characters as what they are', () => {
    expect(sanitiseBlock('a\u001B[31mb\u0000\r\nc\u007F')).toBe('a␛[31mb␀\nc␡');
  });

  test('keeps letters of every script and joined emoji', () => {
    const text = 'Grüße 人格选择模型 العربية עברית हिन्दी 👩‍👩‍👧‍👦 é';
    expect(sanitiseBlock(text)).toBe(text);
  });

  test('lets no letter carry more marks than a script needs', () => {
    expect(sanitiseBlock(`e${'\u0301'.repeat(50)}x`)).toBe(`e${'\u0301'.repeat(8)}x`);
  });
});

test.each(['', ' \n\t', '\u200B\u200D', '\u2800\u3164', '\u0301'])('%j is blank', (text) => {
  expect(isBlank(text)).toBe(true);
});

describe('code', () => {
  test('is not ended by the backticks in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', '\n') }), (text) => {
        expect(codeSafe(text)).not.toContain('``');
      }),
    );
  });

  test.each([
    ['ask "x"', '`ask "x"`'],
    ['a`b', '`` a`b ``'],
    ['``', '`` `\u200B` ``'],
  ])('%j in a line', (text, code) => {
    expect(inlineCode(text)).toBe(code);
  });
});
