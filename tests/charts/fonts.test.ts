import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesFor } from '../../core/charts/fonts.ts';
import { createRasteriser, rasterise } from '../../core/charts/raster.ts';

const draw = async (text: string, drawing = rasterise): Promise<string> => {
  const tree = { type: 'text', text, style: { fontSize: 40, color: '#000' } } as const;
  const png = await drawing(tree, { width: 90, height: 60, scale: 1, text });
  return Buffer.from(png).toString('base64');
};

/** Stands for a letter that no font has, once there is any font to stand in. */
const box = draw('a').then(() => draw('\u0378'));

const SAMPLES = {
  Latin: 'aZßéőžĳệŁ“”…–',
  Greek: 'αΩΐἀ',
  Cyrillic: 'жЯёіџӘ',
  Arabic: 'عيگپچ،؟',
  Hebrew: 'אםש״',
  Devanagari: 'अक्षज्ञ।',
  Thai: 'กไำ๑',
  Chinese: '人格选择模型龍體，。',
  Japanese: 'あカー人択々',
  Korean: '한글뷁ㅋ',
  emoji: '😀🎭🏴🦜❤✅⚠🫠',
  symbols: '→←⇒✓✗★●▰▱─█≤≥≠∞√∑∀½²°𝑥⟨�',
} as const;

test.each(Object.entries(SAMPLES))('%s has letters, not boxes', async (_, letters) => {
  const blank = await draw(' ');
  const missing: string[] = [];
  for (const letter of letters) {
    const drawn = await draw(letter);
    if (drawn === (await box) || drawn === blank) missing.push(letter);
  }
  expect(missing).toEqual([]);
});

test('a letter of a script without a font is a box, which the test above would see', async () => {
  expect(await draw('త')).toBe(await box);
});

test.each([
  ['a family', '👩‍👩‍👧‍👦', '👩👩👧👦'],
  ['a flag', '🇩🇪', '🇩 🇪'],
  ['a skin tone', '👍🏽', '👍'],
  ['joined Arabic', 'عع', 'ع ع'],
  ['a conjunct', 'क्ष', 'क ष'],
])('%s is shaped as one', async (_, joined, apart) => {
  expect(await draw(joined)).not.toBe(await draw(apart));
});

test('a letter looks the same whatever was drawn before it', async () => {
  const drawnAfter = async (before: string): Promise<string> => {
    const fresh = createRasteriser();
    await draw(before, fresh.rasterise);
    return draw('“', fresh.rasterise);
  };
  expect(await drawnAfter('人')).toBe(await drawnAfter('a'));
});

test('with too many fonts it begins anew, and draws the same', async () => {
  const few = createRasteriser(2);
  const texts = ['a', 'ж', 'ع', '한', 'a', '人', '人'];
  const counts: number[] = [];
  for (const text of texts) {
    expect(await draw(text, few.rasterise)).toBe(await draw(text));
    counts.push(few.fonts());
  }
  expect(counts).toEqual([1, 2, 3, 1, 2, 3, 1]);
  const [one, other] = await Promise.all([draw('ж', few.rasterise), draw('ж', few.rasterise)]);
  expect(one).toBe(other);
});

test('a text loads the few slices that it needs, and each of them exists', () => {
  const names = (text: string) => filesFor(text).map(({ path }) => path.split('/').at(-1));
  expect(names('Why do humans crave sugar?')).toEqual(['noto-sans-latin-wght-normal.woff2']);
  expect(names('أمس')).toEqual(['noto-sans-arabic-arabic-wght-normal.woff2']);
  expect(names('한글').every((name) => name?.startsWith('noto-sans-kr-'))).toBe(true);
  expect(names('人格').every((name) => name?.startsWith('noto-sans-sc-'))).toBe(true);
  const all = Array.from({ length: 0x20000 }, (_, point) => String.fromCodePoint(point)).join('');
  expect(filesFor(all).length).toBeGreaterThan(150);
  for (const { path } of filesFor(all)) expect(existsSync(path), path).toBe(true);
});
