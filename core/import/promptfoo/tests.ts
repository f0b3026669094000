import { plural } from '../../text/plural.ts';
import { stripBlock } from '../../text/sanitise.ts';
import { contentOf } from '../content.ts';
import type { Source } from '../format.ts';
import { BOUNDS } from '../limits.ts';
import { brief } from '../naming.ts';
import { isObject } from '../shape.ts';
import { type Expected, expectedFrom } from './assertions.ts';
import { fromCell } from './cells.ts';
import { asText, type Vars } from './template.ts';

/** One test: what fills a prompt, and what its answer is expected to be. */
export interface Test {
  readonly name: string;
  readonly vars: Vars;
  readonly expected: Expected;
  readonly prefix: string;
  readonly suffix: string;
}

interface Shared {
  /** `defaultTest`: what every test has. */
  readonly common: unknown;
  readonly templates: unknown;
}

const USED = ['vars', 'assert', 'description', 'options'];

/** The tests of a list, of `scenarios`, or one without variables where there are none. */
export function testsOf(file: Readonly<Record<string, unknown>>, source: Source): readonly Test[] {
  const shared = { common: file.defaultTest, templates: file.assertionTemplates };
  if (typeof file.defaultTest === 'string')
    source.warn('The default test stands in another file and was left out.');
  const given = listOf(file.tests, source);
  const staged = listOf(file.scenarios, source).flatMap((scenario) => {
    if (!isObject(scenario)) return [];
    const tests = listOf(scenario.tests, source);
    return listOf(scenario.config, source).flatMap((setting) =>
      (tests.length > 0 ? tests : [{}]).map((test) => over(setting, test)),
    );
  });
  const all = [...given, ...staged];
  if (all.length === 0) return fromTest({}, 1, shared, source);
  const tests: Test[] = [];
  for (const [index, one] of all.entries()) {
    tests.push(...fromTest(one, index + 1, shared, source));
    const left = all.length - index - 1;
    if (tests.length > BOUNDS.items && left > 0) {
      source.warn(`Left out: ${plural(left, 'test')} after the first ${index + 1}.`);
      break;
    }
  }
  return tests;
}

/** The rows of a table: a column is a variable, but for those that begin with two underscores. */
export function rowsAsTests(rows: readonly Readonly<Record<string, string>>[]): readonly unknown[] {
  return rows.map((row) => {
    const columns = Object.entries(row);
    const expected = columns.filter(
      ([name, cell]) => /^__expected\d*$/.test(name) && cell.trim() !== '',
    );
    const further = columns.filter(([name]) =>
      /^__(?!expected\d*$|prefix$|suffix$|description$)/.test(name),
    );
    return {
      description: row.__description,
      vars: Object.fromEntries(columns.filter(([name]) => name !== '' && !name.startsWith('__'))),
      assert: expected.map(([, cell]) => fromCell(cell)),
      options: { prefix: row.__prefix, suffix: row.__suffix },
      ...Object.fromEntries(further.filter(([, cell]) => cell !== '')),
    };
  });
}

/** A list, with what stands in the files beside it that it names. */
function listOf(given: unknown, source: Source): readonly unknown[] {
  const list = Array.isArray(given) ? given : given === undefined || given === null ? [] : [given];
  return list.flatMap((one) => {
    const path = isObject(one) ? one.path : one;
    return typeof path === 'string' ? inFile(path.replace(/^file:\/\//, ''), source) : [one];
  });
}

function inFile(path: string, { beside, warn }: Source): readonly unknown[] {
  const text = /\.(csv|json|jsonl|ya?ml)$/i.test(path) ? beside(path) : undefined;
  if (text === undefined) {
    warn(`The tests in “${brief(path, 80)}” were left out: no such file stands beside this one.`);
    return [];
  }
  warn(`The tests in ${brief(path, 80)}, beside the file, were read too.`);
  const content = contentOf({ file: path, bytes: new TextEncoder().encode(text) });
  if (content.form === 'table') return rowsAsTests(content.value);
  return Array.isArray(content.value) ? content.value : [content.value];
}

function fromTest(given: unknown, number: number, shared: Shared, source: Source): readonly Test[] {
  if (!isObject(given)) return [];
  const { warn } = source;
  const common = isObject(shared.common) ? shared.common : {};
  for (const key of [...Object.keys(given), ...Object.keys(common)]) {
    if (!USED.includes(key)) warn(`“${brief(key, 40)}” of a test was left out.`);
  }
  const options = { ...objectOr(common.options), ...objectOr(given.options) };
  for (const key of Object.keys(options)) {
    if (key !== 'prefix' && key !== 'suffix')
      warn(`The option “${brief(key, 40)}” of a test was left out.`);
  }
  if (typeof given.vars === 'string')
    warn(`Variables in another file were left out: “${brief(given.vars, 80)}”.`);
  const vars = { ...objectOr(common.vars), ...objectOr(given.vars) };
  return combinations(vars, warn).map((one) => ({
    name: nameOf(given, one, number),
    vars: one,
    expected: expectedFrom([common.assert, given.assert].flat(), one, shared.templates, warn),
    prefix: asText(options.prefix) ?? '',
    suffix: asText(options.suffix) ?? '',
  }));
}

/** A variable that is a list stands for a test with each of its values. */
function combinations(vars: Vars, warn: Source['warn']): readonly Vars[] {
  let all: readonly Vars[] = [{}];
  for (const [name, value] of Object.entries(vars)) {
    if (typeof value === 'string' && value.startsWith('file://')) {
      warn(`The variable “${brief(name, 40)}” stands in another file, and is empty here.`);
      continue;
    }
    const values =
      Array.isArray(value) && value.every((one) => typeof one !== 'object') ? value : [value];
    const next = all.flatMap((one) =>
      values.slice(0, BOUNDS.items + 1).map((each) => ({ ...one, [name]: each })),
    );
    if (next.length > BOUNDS.items)
      warn(`Of the combinations of a test’s variables, ${BOUNDS.items} are taken.`);
    all = next.slice(0, BOUNDS.items);
  }
  return all;
}

function nameOf(given: Readonly<Record<string, unknown>>, vars: Vars, number: number): string {
  const [first] = Object.values(vars).flatMap((value) => asText(value) ?? []);
  const description = typeof given.description === 'string' ? given.description.trim() : '';
  const name = description || (first ?? '');
  return brief(stripBlock(name.slice(0, 400)), 40) || `test-${number}`;
}

function over(setting: unknown, test: unknown): unknown {
  const [under, above] = [objectOr(setting), objectOr(test)];
  return { ...under, ...above, vars: { ...objectOr(under.vars), ...objectOr(above.vars) } };
}

function objectOr(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}
