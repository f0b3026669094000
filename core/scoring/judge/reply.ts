import { takeCodeUnits } from '../../text/truncate.ts';

/** A judge's two lines, taken apart. */
export interface Verdict<Value> {
  readonly value: Value;
  /** Absent where the judge gave none, or one that does not occur in the answer. */
  readonly quote?: string | undefined;
  /** Why there is no quotation. */
  readonly note?: string | undefined;
}

/** A judge that was asked for two lines and wrote more than this did something else. */
const READ = 20_000;
const LONGEST_QUOTE = 300;
const OPENS = /^[\s*_#>-]{0,8}QUOTE[\s*_]{0,4}:[\s*_]{0,4}["“«]/i;
const CLOSES = /["”»][\s.*_`]*$/;

/**
 * Reads what stands behind `field` (such as LABEL) and the quotation. Undefined where the field is
 * missing, is given twice with different values, or holds none that `read` accepts.
 * @param answers what the quotation may be from.
 */
export function readVerdict<Value>(
  raw: string,
  field: string,
  read: (text: string) => Value | undefined,
  ...answers: readonly string[]
): Verdict<Value> | undefined {
  const own = withoutCopied(raw.slice(0, READ), answers);
  const values = new Set(fieldsOf(own, field).map((text) => read(unwrapped(text))));
  const [value] = values;
  if (values.size !== 1 || value === undefined) return undefined;
  const [quoted] = fieldsOf(raw, 'QUOTE');
  const quote = quoted === undefined ? '' : takeCodeUnits(unwrapped(quoted), LONGEST_QUOTE);
  if (quote === '') return { value, note: 'no quotation was given' };
  if (!answers.some((answer) => normal(answer).includes(normal(quote)))) {
    return { value, note: 'the quotation given does not occur in the answer' };
  }
  return { value, quote };
}

/**
 * A reply without the lines that its quotation copies from an answer: an answer may hold a line that
 * looks like the judge's own, and a quotation that runs over it must not give the score.
 */
function withoutCopied(raw: string, answers: readonly string[]): string {
  const copied = new Set(answers.flatMap((answer) => answer.split('\n').map(normal)));
  let open = false;
  const kept = raw.split('\n').filter((text) => {
    const inside = open;
    if (OPENS.test(text)) open = !CLOSES.test(text.replace(OPENS, ''));
    else if (CLOSES.test(text)) open = false;
    return !inside || !copied.has(normal(text.replace(CLOSES, '')));
  });
  return kept.join('\n');
}

/** Text behind the last occurrence of a field, as it was written. */
export function writtenBehind(raw: string, field: string): string | undefined {
  const text = fieldsOf(raw, field).at(-1);
  return text && unwrapped(text);
}

/** How a line with a field begins, up to the field's value; markdown around the word is allowed. */
export function fieldStart(field: string): RegExp {
  return new RegExp(`^[\\s*_#>-]{0,8}${field}[\\s*_]{0,4}:[\\s*_]{0,4}`, 'i');
}

/** Texts that follow `FIELD:` on the lines that begin with it. */
function fieldsOf(raw: string, field: string): string[] {
  const start = fieldStart(field);
  return raw
    .slice(0, READ)
    .split('\n')
    .filter((line) => start.test(line))
    .map((line) => line.replace(start, ''));
}

function unwrapped(text: string): string {
  const trimmed = text.trim().replace(/^[*_`]+|[*_`]+$/g, '');
  const inner = /^["“«](.*)["”»]\.?$/.exec(trimmed)?.[1];
  return (inner ?? trimmed).trim();
}

function normal(text: string): string {
  return text.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
}
