import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../core/domain/user-error.ts';
import { base64, chunk, END, HEADER, importing, png, SIGNATURE, textChunk } from './files.ts';

const card = { spec: 'chara_card_v2', data: { name: 'Wenna', description: 'Mends nets.' } };

/** The problem that a file gives; anything else that is thrown, or none, fails the test. */
function problemWith(file: string, content: string | Uint8Array): UserError {
  try {
    importing(file, content);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('it was imported');
}

describe('a hostile text', () => {
  const levels = Array.from('bcdefghij', (name, at) => {
    const before = 'abcdefghij'[at];
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
  });

  it.each([
    ['an alias bomb', `a: &a [x, x]\n${levels.join('\n')}\nprompts: *j\ntests: *j`, 'alias'],
    ['an alias in a circle', 'prompts: &a [*a]\ntests: [{ vars: *a }]', 'circle'],
    ['an alias that leads nowhere', 'prompts: *none\ntests: []', 'alias'],
    ['deep JSON', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'levels deep'],
    ['deep YAML', `a: ${'['.repeat(5_000)}`, 'levels deep'],
    ['maps in maps, unclosed', '{'.repeat(50_000), 'levels deep'],
    [
      'YAML deep by indentation',
      Array.from({ length: 900 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      'deep',
    ],
    ['a very long YAML', `a: ${'b'.repeat(1_000_000)}`, '524,288'],
    ['very many keys', Array.from({ length: 40_000 }, (_, at) => `k${at}: v`).join('\n'), 'format'],
    ['nothing', '   \n', 'empty'],
    ['broken YAML', 'a: 1\nprompts: [', 'line 2'],
    ['a number', '17', 'format'],
    ['prose', 'Dear all', 'no list or map'],
  ])('%s is refused in words', (_, text, says) => {
    const { message, hint } = problemWith('hostile.yaml', text);
    expect(`${message} ${hint}`).toContain(says);
  });

  it.each([
    ['broken.json', '{"prompts": [', 'JSON in broken.json'],
    ['letter.txt', 'Dear all\nhow are you', 'neither JSON'],
  ])('%s says what is wrong with it', (file, text, says) => {
    expect(problemWith(file, text).message).toContain(says);
  });

  it('names the formats that are known', () => {
    const { hint } = problemWith('notes.json', '{"a": 1}');
    for (const name of [
      'promptfoo',
      'anthropics-evals',
      'emergent-misalignment',
      'trait',
      'role',
      'card',
    ]) {
      expect(hint).toContain(name);
    }
  });

  it('that is not UTF-8 is refused', () => {
    expect(problemWith('latin.json', Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d)).message).toContain(
      'UTF-8',
    );
  });

  it('that is an archive says what to do', () => {
    expect(problemWith('card.charx', Uint8Array.of(0x50, 0x4b, 3, 4, 0)).hint).toContain(
      'card.json',
    );
  });

  it('with keys that objects have of their own is read as it stands', () => {
    const file =
      '{"__proto__": {"polluted": 1}, "prompts": ["{{constructor}} {{__proto__.polluted}}"], "tests": [{}]}';
    expect(importing('proto.json', file).kind).toBe('probe');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('whose variables would multiply is bounded', () => {
    const vars = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`v${at}`, Array.from({ length: 50 }, (__, n) => n)]),
    );
    const imported = importing(
      'many.json',
      JSON.stringify({ prompts: ['{{v0}} {{v11}}'], tests: [{ vars }] }),
    );
    expect(imported.warnings.join()).toContain('combinations');
  }, 5_000);

  it('whose template would grow without end is bounded', () => {
    const prompts = ['{{a}}'.repeat(4_000)];
    const file = JSON.stringify({
      prompts,
      tests: [{ vars: { a: 'x'.repeat(30_000) } }, { vars: { a: 'y' } }],
    });
    const imported = importing('long.json', file);
    expect(imported.yaml.length).toBeLessThan(40_000);
    expect(imported.warnings.join()).toContain('longer than 20,000 characters');
  }, 5_000);
});

describe('a hostile picture', () => {
  const whole = png(textChunk('chara', card));
  const lying = Buffer.from(whole);
  lying.writeUInt32BE(0x7fffffff, SIGNATURE.length + HEADER.length);
  const damaged = Buffer.from(whole);
  damaged.writeUInt8((damaged.at(60) ?? 0) ^ 1, 60);
  const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024));

  it.each([
    ['that lies about a chunk’s length', lying, 'longer than the file'],
    ['with a damaged chunk', damaged, 'checksum'],
    ['cut off', whole.subarray(0, whole.length - 5), 'ends before'],
    ['of a signature alone', SIGNATURE, 'ends before'],
    ['without a header', Buffer.concat([SIGNATURE, END]), 'header'],
    ['with half a signature', Buffer.concat([SIGNATURE.subarray(0, 6), HEADER]), 'begin as a PNG'],
    ['without a card', png(), 'without a character card'],
    ['whose card is not base64', png(chunk('tEXt', 'chara\0§§§')), 'base64'],
    ['whose card is empty', png(chunk('tEXt', 'chara\0')), 'base64'],
    ['whose card is not UTF-8', png(chunk('tEXt', 'chara\0/w==')), 'UTF-8'],
    ['whose card is broken JSON', png(textChunk('chara', '{"spec":')), 'JSON'],
    ['whose card is another thing', png(textChunk('chara', '[1]')), 'no format'],
    [
      'whose text unfolds without end',
      png(chunk('zTXt', Buffer.concat([Buffer.from('chara\0\0'), bomb]))),
      'unfolds',
    ],
    ['whose compressed text is broken', png(chunk('zTXt', `chara\0\0${base64('x')}`)), 'broken'],
    ['whose iTXt has no parts', png(chunk('iTXt', 'chara\0\0\0en')), 'parts'],
  ])('%s is refused in words', (_, bytes, says) => {
    expect(problemWith('wenna.png', bytes).message).toContain(says);
  });
});
