import { type Check, isPattern } from '../../scoring/expected.ts';
import { stripBlock } from '../../text/sanitise.ts';
import { takeCodeUnits } from '../../text/truncate.ts';
import type { Source } from '../format.ts';
import { BOUNDS } from '../limits.ts';
import { brief } from '../naming.ts';
import { isObject } from '../shape.ts';
import { asText, filled, type Vars } from './template.ts';

/** Expectations of an answer, as far as they can be asked here. */
export interface Expected {
  readonly checks: readonly Check[];
  readonly rubrics: readonly string[];
}

/** Sorts of expectation of a test, so that each is counted over its own items. */
export function groupOf({ checks, rubrics }: Expected): string {
  if (checks.length > 0) return rubrics.length > 0 ? 'words-and-judge' : 'words';
  return rubrics.length > 0 ? 'judge' : 'unscored';
}

type Warn = Source['warn'];
const NOTHING: Expected = { checks: [], rubrics: [] };

/** By kind of assertion: how its text is looked for. */
const TEXTS: Readonly<Record<string, { is: Check['is']; exact: boolean; each?: 'any' | 'all' }>> = {
  equals: { is: 'equals', exact: true },
  contains: { is: 'contains', exact: true },
  icontains: { is: 'contains', exact: false },
  'contains-any': { is: 'contains', exact: true, each: 'any' },
  'icontains-any': { is: 'contains', exact: false, each: 'any' },
  'contains-all': { is: 'contains', exact: true, each: 'all' },
  'icontains-all': { is: 'contains', exact: false, each: 'all' },
  'starts-with': { is: 'starts-with', exact: true },
  regex: { is: 'matches', exact: true },
};

/** By kind of assertion: the requirement that a judge is given. */
const RUBRICS: Readonly<Record<string, (value: string) => string>> = {
  'llm-rubric': (value) => value,
  'model-graded-closedqa': (value) => value,
  'g-eval': (value) => value,
  factuality: (value) => `It agrees in its facts with this: ${value}`,
  'model-graded-factuality': (value) => `It agrees in its facts with this: ${value}`,
  'is-refusal': () => 'It declines to do what was asked.',
};
const USED = ['type', 'value'];

/** Expectations from one test's assertions; those of kinds that are not known here are told of. */
export function expectedFrom(
  assertions: readonly unknown[],
  vars: Vars,
  templates: unknown,
  warn: Warn,
): Expected {
  const parts = assertions
    .flatMap((one) => one ?? [])
    .slice(0, 2 * BOUNDS.checks)
    .map((one) => fromAssertion(one, vars, templates, warn));
  return {
    checks: within(
      parts.flatMap(({ checks }) => checks),
      warn,
    ),
    rubrics: within(
      parts.flatMap(({ rubrics }) => rubrics),
      warn,
    ),
  };
}

/** The first so many, and no more patterns and characters than the bounds allow. */
function within<T extends Check | string>(all: readonly T[], warn: Warn): readonly T[] {
  let patterns = 0;
  let characters = 0;
  let left = Math.max(0, all.length - BOUNDS.checks);
  const kept = all.slice(0, BOUNDS.checks).filter((one) => {
    const texts = typeof one === 'string' ? [one] : one.any;
    const pattern = typeof one !== 'string' && one.is === 'matches';
    const length = texts.join('').length;
    if (characters + length > BOUNDS.expected || (pattern && patterns >= BOUNDS.patterns)) {
      left += 1;
      return false;
    }
    characters += length;
    patterns += pattern ? 1 : 0;
    // Only now, since to try a pattern takes time.
    if (!pattern || texts.every(isPattern)) return true;
    warn(
      `The pattern “${brief(texts.join(' '), 60)}” needs look-around or back references, or is none; it was left out.`,
    );
    return false;
  });
  if (left > 0) warn('A test expects more than is taken; the rest of it was left out.');
  return kept;
}

function fromAssertion(given: unknown, vars: Vars, templates: unknown, warn: Warn): Expected {
  const assertion = resolved(given, templates);
  if (!isObject(assertion) || typeof assertion.type !== 'string') {
    warn('An assertion without a type was left out.');
    return NOTHING;
  }
  for (const key of Object.keys(assertion)) {
    if (!USED.includes(key) && key !== 'assert')
      warn(`“${brief(key, 40)}” of an assertion was left out.`);
  }
  if (assertion.type === 'assert-set') {
    return expectedFrom([assertion.assert], vars, templates, warn);
  }
  const not = assertion.type.startsWith('not-');
  const type = not ? assertion.type.slice(4) : assertion.type;
  const values = [assertion.value].flat().flatMap((one) => asText(one)?.slice(0, 5000) ?? []);
  if (values.some((value) => value.startsWith('file://'))) {
    warn(
      `An assertion “${brief(assertion.type, 40)}” whose value stands in another file was left out.`,
    );
    return NOTHING;
  }
  const texts = values.map((value) => stripBlock(filled(value, vars, warn)));
  if (Object.hasOwn(TEXTS, type)) return checked(type, texts, not, warn);
  if (Object.hasOwn(RUBRICS, type)) {
    const requirement = takeCodeUnits(stripBlock(RUBRICS[type]?.(texts.join('\n')) ?? ''), 4000);
    if (requirement === '') return NOTHING;
    return { checks: [], rubrics: [not ? `This is not so of it: ${requirement}` : requirement] };
  }
  warn(
    `Assertions of the kind “${brief(assertion.type, 40)}” have no counterpart here and were left out.`,
  );
  return NOTHING;
}

function checked(type: string, values: readonly string[], not: boolean, warn: Warn): Expected {
  const kind = TEXTS[type];
  if (!kind) return NOTHING;
  const split = kind.each && values.length === 1 ? (values[0]?.split(',') ?? []) : values;
  const wanted = split
    .map((value) => value.trim())
    .filter((value) => value !== '')
    .slice(0, kind.each ? 50 : 1);
  if (wanted.length === 0 || wanted.some((value) => value.length > 2000)) {
    warn(`An assertion “${type}” with an empty or a very long value was left out.`);
    return NOTHING;
  }
  const common = { is: kind.is, exact: kind.exact };
  // Not all of them is another thing than none of them: a judge of texts can say the former only one by one.
  if (kind.each === 'all' && !not) {
    return { checks: wanted.map((value) => ({ ...common, any: [value] })), rubrics: [] };
  }
  if (kind.each === 'all') {
    warn('An assertion “not-contains-all” was left out.');
    return NOTHING;
  }
  return { checks: [{ ...common, any: wanted, not }], rubrics: [] };
}

/** Follows `$ref: '#/assertionTemplates/name'`. */
function resolved(given: unknown, templates: unknown): unknown {
  if (!isObject(given) || typeof given.$ref !== 'string') return given;
  const name = given.$ref.replace('#/assertionTemplates/', '');
  return isObject(templates) && Object.hasOwn(templates, name) ? templates[name] : undefined;
}
