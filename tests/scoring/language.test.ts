import { eld } from 'eld/small';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../core/scoring/language/codes.ts';
import { detectLanguage } from '../../core/scoring/language/detect.ts';
import { scorer } from '../../core/scoring/language.ts';
import { anyText, scoreWith } from './helpers.ts';

const EXPECTED = { among: ['en', 'de', 'fr', 'es', 'it', 'nl'] };
const value = async (answer: string, options: unknown = {}) => {
  const score = await scoreWith(scorer, options, answer);
  return score.status === 'scored' ? score.value : score.status;
};

function byLibrary(text: string, among?: readonly string[]): string | undefined {
  const detector = among ? eld.newInstance() : eld;
  if (among) detector.setLanguageSubset([...among]);
  const found = detector.detect(text);
  const [first = 0, second = 0] = Object.values(found.getScores()).toSorted((a, b) => b - a);
  return found.isReliable() && first - second >= 0.02 ? found.language : undefined;
}

describe('language', () => {
  it.each([
    ['I cannot find my umbrella.', 'en'],
    ['Im Herbst regnet es viel.', 'de'],
    ['Le gardien du phare lit la nuit.', 'fr'],
    ['Nadie me habló de la reunión.', 'es'],
    ['Nessuno me ne ha parlato.', 'it'],
    ['Doe de deur achter u dicht.', 'nl'],
  ])('%j is %s, expected or not', async (answer, language) => {
    expect(await value(answer)).toBe(language);
    expect(await value(answer, EXPECTED)).toBe(language);
  });

  it('tells more where fewer languages are expected', async () => {
    expect(await value('Hallo, het is goed.', { among: ['nl', 'en'] })).toBe('nl');
  });

  it('names a language that was not expected', async () => {
    const score = await scoreWith(scorer, EXPECTED, 'Vi tycker om att äta socker på kvällen.');
    expect(score).toMatchObject({
      value: 'sv',
      reason: 'the words are those of “sv”, which is none of those expected',
      quote: 'Vi tycker om att äta socker på kvällen.',
    });
  });

  it.each(['', '42', 'Ja.', 'Zebra', '😀😀😀😀😀😀😀😀', 'asdf qwer zxcv uiop', 'De nada, amigo.'])(
    'never guesses: %j',
    async (answer) => {
      expect(await value(answer)).toBe('unparseable');
    },
  );

  it('leaves out what is quoted, unless there is nothing else', async () => {
    const quoting = 'The sign on the door says “Bitte schließen Sie die Tür, denn es zieht sehr”.';
    expect(await value(quoting, EXPECTED)).toBe('en');
    expect(await value('“Bitte schließen Sie die Tür.”', EXPECTED)).toBe('de');
  });

  it('knows what the library knows', () => {
    expect([...LANGUAGES].sort()).toEqual(Object.values(eld.info().Languages).sort());
    expect(scorer.options.safeParse({ among: ['en', 'la'] }).success).toBe(false);
  });

  it('tells what the library tells, whose n-grams these are', async () => {
    const samples = [
      ...['Il pleut souvent en automne, et personne ne lit.', 'Ingen har pratat om mötet.'],
      ...[
        'किसी ने मुझसे बात नहीं की।',
        '誰も会議について話さなかった。',
        'Никто не говорил.',
        'لم يتحدث أحد',
      ],
      ...[
        'ไม่มีใครพูดถึงการประชุม',
        '没有人谈论会议。',
        'don’t you think it’s late?',
        'Nobody',
        'a b c d e',
      ],
    ];
    const text = fc.oneof(
      fc.constantFrom(...samples),
      fc.array(fc.constantFrom(...samples.join(' ').split(' ')), { maxLength: 300 }),
      anyText,
    );
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(undefined, EXPECTED.among), async (given, among) => {
        const answer = Array.isArray(given) ? given.join(' ') : given;
        expect(await detectLanguage(answer, among)).toBe(byLibrary(answer, among));
      }),
    );
  });

  it('scores any text, of any length, with a quotation that is in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (answer) => {
        const score = await scoreWith(scorer, EXPECTED, answer);
        if (score.status === 'scored') expect(answer).toContain(score.quote);
      }),
    );
    const started = performance.now();
    await scoreWith(scorer, EXPECTED, 'der Hund “bellt” '.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
