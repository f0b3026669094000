/** An option as the model saw it: “A. the words”. */
export interface ShownOption {
  readonly mark: string;
  readonly text: string;
}

export interface Picked {
  readonly index: number;
  /** The line that it was read from. */
  readonly quote: string;
}

/** Words that models put around an answer that is one option all the same. */
const DECORATION = /[*_`#>"“”]/g;
const LEAD = /^(?:(?:my|the|final) )*(?:answer|choice|option|reply)(?: is)?\s*:?\s*/i;
/** The longest first line that can be one option and a few words. */
const LONGEST_LINE = 300;

/**
 * The option that the first line with anything on it names: by its mark, alone or before a stop, or
 * by its words. Undefined where it names none, or its mark and its words disagree.
 */
export function parseChoice(answer: string, shown: readonly ShownOption[]): Picked | undefined {
  const quote = answer
    .slice(0, 5_000)
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.replace(DECORATION, '').trim() !== '');
  if (quote === undefined || quote.length > LONGEST_LINE) return undefined;
  const whole = quote.replace(DECORATION, '').trim();
  const line = whole.replace(LEAD, '');
  const byWords = shown.filter(({ text }) => [plain(whole), plain(line)].includes(plain(text)));
  const [only] = byWords;
  if (only && byWords.length === 1) return { index: shown.indexOf(only), quote };

  const marked = /^\(?([A-Za-z]|\d{1,2})(?:$|[.):]+(?=\s|$)\s*|\s+[–—-]\s+)(.*)$/.exec(line);
  const [, mark = '', rest = ''] = marked ?? [];
  const index = shown.findIndex((option) => option.mark === mark.toUpperCase());
  if (index < 0) return undefined;
  const named = namedBy(rest, shown);
  return named >= 0 && named !== index ? undefined : { index, quote };
}

/** The option with whose words a line begins; of several the longest. */
function namedBy(line: string, shown: readonly ShownOption[]): number {
  const lengths = shown.map(({ text }) =>
    `${plain(line)} `.startsWith(`${plain(text)} `) ? plain(text).length : 0,
  );
  const longest = Math.max(...lengths);
  return longest > 0 ? lengths.indexOf(longest) : -1;
}

function plain(text: string): string {
  return text
    .replace(DECORATION, '')
    .toLowerCase()
    .replace(/[.!,;:]+(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
