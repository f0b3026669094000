import { describe, expect, test } from 'vitest';
import { parseArgv, parseLine, parseValues } from '../../core/command-line/parse.ts';
import { UserError } from '../../core/domain/user-error.ts';
import { ask, commands, run, show } from './fixtures.ts';

const read = (line: string) => {
  const { command, values } = parseLine(line, commands);
  return { command: command.name, ...values };
};

/** What a person is told: both sentences. */
const told = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return `${error.message} ${error.hint}`;
    throw error;
  }
  throw new Error('nothing was wrong');
};
const toldOf = (line: string): string => told(() => parseLine(line, commands));

describe('a line', () => {
  test.each([
    [
      'run embodiment-slip --models a,b --samples 10',
      { probe: 'embodiment-slip', models: ['a', 'b'], samples: 10 },
    ],
    ['/probe run embodiment-slip', { probe: 'embodiment-slip' }],
    ['  Run   embodiment-slip  ', { probe: 'embodiment-slip' }],
    ['run --samples=10 embodiment-slip', { probe: 'embodiment-slip', samples: 10 }],
    ['run --probe embodiment-slip', { probe: 'embodiment-slip' }],
    [
      'run embodiment-slip —samples 10 –models a',
      { probe: 'embodiment-slip', models: ['a'], samples: 10 },
    ],
    ['run embodiment-slip -samples 10', { probe: 'embodiment-slip', samples: 10 }],
    [
      'run embodiment-slip --sam 10 --MODELS a',
      { probe: 'embodiment-slip', models: ['a'], samples: 10 },
    ],
    ['run x --models a, b ,c --models d', { probe: 'x', models: ['a', 'b', 'c', 'd'] }],
    ['run x --models "a","b"', { probe: 'x', models: ['a', 'b'] }],
    ['run x --model=“a, b”', { probe: 'x', models: ['a', 'b'] }],
  ])('%s', (line, values) => {
    expect(read(line)).toEqual({ command: 'run', ...values });
  });

  test.each([
    ['Why do humans crave sugar? --samples 3', 'Why do humans crave sugar?'],
    ['--samples 3 Why do humans crave sugar?', 'Why do humans crave sugar?'],
    ['Why do --samples 3 humans crave sugar?', 'Why do humans crave sugar?'],
    ['"Why do humans crave sugar?" --samples 3', 'Why do humans crave sugar?'],
    ['“Why do humans crave sugar?” —samples 3', 'Why do humans crave sugar?'],
    ['„Why do humans crave sugar?“ --samples 3', 'Why do humans crave sugar?'],
    ["'Why don't they?' --samples 3", "Why don't they?"],
    ['‘Why don’t they?’ --samples 3', 'Why don’t they?'],
    ['Why don’t they? --samples 3', 'Why don’t they?'],
    ["Why don't they, in the '90s? --samples 3", "Why don't they, in the '90s?"],
    ['What does "Hello" mean to you? --samples 3', 'What does "Hello" mean to you?'],
    ['"Hello" is what? --samples 3', '"Hello" is what?'],
    ['"say \\"hi\\" to C:\\temp\\\\" --samples 3', 'say "hi" to C:\\temp\\'],
    ['"" a --samples 3', '"" a'],
    ['Is it 6" or 5\'? --samples 3', 'Is it 6" or 5\'?'],
    [
      'Why — in your view — -5 degrees -- or —so? --samples 3',
      'Why — in your view — -5 degrees -- or —so?',
    ],
    ['two\n  lines  --samples 3', 'two\n  lines'],
    ['"--samples" --samples 3', '--samples'],
    ['--prompt "a b" --samples 3', 'a b'],
  ])('ask %s', (line, prompt) => {
    expect(read(`ask ${line}`)).toEqual({ command: 'ask', prompt, samples: 3 });
  });

  test('gives numbers, flags and choices their types', () => {
    expect(read('ask a --seed 0x5d1f3df5')).toMatchObject({ seed: 0x5d1f3df5 });
    expect(read('ask a --temperature .7 --cache --seed 0')).toMatchObject({
      temperature: 0.7,
      cache: true,
      seed: 0,
    });
    expect(read('ask a --no-cache')).toMatchObject({ cache: false });
    expect(read('ask a --cache=no')).toMatchObject({ cache: false });
    expect(read('ask a —no-cache')).toEqual({ command: 'ask', prompt: 'a', cache: false });
    expect(read('ask a --models b, --cache')).toMatchObject({ models: ['b'], cache: true });
    expect(read('show 7f3a --as ANSWERS')).toMatchObject({ as: 'answers' });
  });

  test('fills positional options in their order', () => {
    expect(read('compare 7f3a a, b because it matters')).toEqual({
      command: 'compare',
      first: '7f3a',
      models: ['a', 'b'],
      why: 'because it matters',
    });
    expect(read('compare 7f3a --models a because')).toMatchObject({
      models: ['a'],
      why: 'because',
    });
  });

  test('asks for help where it is empty or says so', () => {
    expect(read('')).toEqual({ command: 'help' });
    expect(read('/probe')).toEqual({ command: 'help' });
    expect(read('--help')).toEqual({ command: 'help' });
    expect(parseLine('run --help', commands)).toEqual({
      command: commands.get('help'),
      values: { command: 'run' },
    });
  });
});

describe('a line that is wrong says what is wrong and what to do', () => {
  test.each([
    ['rnu embodiment-slip', 'No command is called “rnu”. Did you mean run?'],
    [
      'frobnicate',
      'No command is called “frobnicate”. Start with ask, run, show, compare or help.',
    ],
    ['run x --modles a', 'run has no option --modles. Did you mean --models?'],
    ['run x —modles a', 'run has no option --modles. Did you mean --models?'],
    [
      'run x --frobnicate',
      'run has no option --frobnicate. It takes --probe, --models, --samples.',
    ],
    [
      'run',
      'run needs a probe: the name of a probe. For example: run embodiment-slip --samples 10',
    ],
    [
      'run x --samples 0',
      '--samples takes a whole number from 1 to 100, not “0”. Give --samples a value in that range.',
    ],
    [
      'run x --samples 2.5',
      '--samples takes a whole number from 1 to 100, not “2.5”. Give --samples a value in that range.',
    ],
    [
      'run x --samples ten',
      '--samples takes a whole number from 1 to 100, not “ten”. Give --samples a value in that range.',
    ],
    ['run x --samples', '--samples has no value. For example: run embodiment-slip --samples 10'],
    [
      'run x --samples --models a',
      '--samples has no value. For example: run embodiment-slip --samples 10',
    ],
    ['run x --samples 3 --samples 4', '--samples is there twice. Leave one of them out.'],
    ['run x y', 'run has no place for “y”. For example: run embodiment-slip --samples 10'],
    [
      'show 7f3a --as anwsers',
      '--as takes comparison, answers or export, not “anwsers”. Did you mean answers?',
    ],
    ['ask a --s 3', '--s could be --samples or --seed. Write the one you mean in full.'],
    ['ask a --no-cache=yes', '--no-cache takes no value. Say --cache or --no-cache.'],
    ['ask a --cache=maybe', '--cache takes yes or no, not “maybe”. Say --cache or --no-cache.'],
    [
      'ask "Why do',
      'The quote that opens at "Why do is never closed. Close it with the same mark, or leave it out.',
    ],
    [
      'ask "  "',
      'ask needs a prompt: a text of at most 2,000 characters. For example: ask "Why do humans crave sugar?" --samples 3',
    ],
    [
      `ask ${'x'.repeat(2010)}`,
      '--prompt is 2,010 characters long; 2,000 are allowed. Shorten it by 10.',
    ],
  ])('%s', (line, message) => {
    expect(toldOf(line)).toBe(message);
  });

  test('repeats only the beginning of what is long', () => {
    expect(toldOf('x'.repeat(100_000)).length).toBeLessThan(200);
    expect(toldOf(`run x --samples ${'9'.repeat(10_000)}`).length).toBeLessThan(250);
  });

  test('names that objects inherit are not commands or options', () => {
    expect(toldOf('constructor')).toContain('No command is called');
    expect(toldOf('run x --constructor 1')).toContain('has no option');
    expect(toldOf('run x --__proto__ 1')).toContain('no place for');
  });
});

describe('words from a shell', () => {
  const fromShell = (...argv: string[]) => {
    const { command, values } = parseArgv(argv, commands);
    return { command: command.name, ...values };
  };

  test('are not split or unquoted again', () => {
    expect(fromShell('ask', 'say "hi"', '--samples', '3')).toEqual({
      command: 'ask',
      prompt: 'say "hi"',
      samples: 3,
    });
    expect(fromShell('ask', 'Why', "don't", 'they?')).toMatchObject({ prompt: "Why don't they?" });
    expect(fromShell('ask', 'a', '--note=b c')).toMatchObject({ note: 'b c' });
  });

  test('after two hyphens are text', () => {
    expect(fromShell('ask', '--samples', '3', '--', '--models', 'a')).toEqual({
      command: 'ask',
      prompt: '--models a',
      samples: 3,
    });
  });
});

describe('a form', () => {
  test('ends in the same values as a line', () => {
    const line = parseLine('ask "Who are you?" --models a,b --samples 3 --no-cache', commands);
    const typed = { prompt: 'Who are you?', models: 'a, b', samples: 3, cache: false };
    const words = { prompt: 'Who are you?', models: 'a,b', samples: '3', cache: 'no', note: '' };
    expect(parseValues(ask, typed)).toEqual(line);
    expect(parseValues(ask, words)).toEqual(line);
  });

  test('is checked as a line is', () => {
    expect(told(() => parseValues(run, { probe: 'x', samples: 101 }))).toContain('not “101”');
    expect(told(() => parseValues(run, {}))).toContain('run needs a probe');
    expect(told(() => parseValues(show, { run: '7f', how: 'x' }))).toContain('no option --how');
  });
});
