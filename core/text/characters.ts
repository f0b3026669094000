/** A class of characters that do something to a text instead of standing in it. */
interface Acting {
  /** The inside of a character class of a regular expression with the flag `v`. */
  readonly characters: string;
  readonly reason: string;
}

/**
 * Every character that acts, in every output alike. A sanitiser decides what stands in its place;
 * which characters are meant is decided here alone. Tab and line feed are text.
 */
export const ACTING = {
  controls: {
    characters: String.raw`[\p{Cc}--[\t\n]]`,
    reason: 'they move the cursor, ring, erase, and begin the sequences that a terminal obeys',
  },
  directionMarks: {
    characters: String.raw`[\u061c\u200e\u200f]`,
    reason: 'unseen, they change the order of the characters beside them',
  },
  overrides: {
    characters: String.raw`[\p{Bidi_Control}--[\u061c\u200e\u200f]]`,
    reason: 'embeddings, overrides and isolates reorder a text up to the end of its message',
  },
  invisible: {
    characters: String.raw`[\p{Default_Ignorable_Code_Point}--[\p{Bidi_Control}\u200c\u200d\ufe00-\ufe0f]]`,
    reason:
      'without a width they hide text from the reader and not from a model (tags, selectors), split words that are searched for, and fill names that are empty',
  },
  annotations: {
    characters: String.raw`[\ufff9-\ufffb]`,
    reason: 'they take text out of its line to stand above another',
  },
  noncharacters: {
    characters: String.raw`\p{Noncharacter_Code_Point}`,
    reason: 'XML with one of them is no XML, and a whole picture is lost with its label',
  },
} as const satisfies Readonly<Record<string, Acting>>;

export type ActingClass = keyof typeof ACTING;

const CLASSES = Object.entries(ACTING).map(([name, { characters }]) => ({
  name: name as ActingClass,
  pattern: new RegExp(`^[${characters}]$`, 'v'),
}));
const ALL = Object.values(ACTING)
  .map(({ characters }) => characters)
  .join('');

/** The flags of England, Scotland and Wales are spelt with tags, which hide nothing there. */
const FOUND = new RegExp(String.raw`\p{RGI_Emoji_Tag_Sequence}|[${ALL}]`, 'gv');
/** Most texts have nothing that acts, which is quicker to see than to replace. */
const ANY = new RegExp(`[${ALL}]`, 'v');

/** Replaces each character that acts by what `stand` puts in its place. */
export function replaceActing(
  text: string,
  stand: (character: string, kind: ActingClass) => string,
): string {
  if (!ANY.test(text)) return text;
  return text.replace(FOUND, (found) => {
    const kind = CLASSES.find(({ pattern }) => pattern.test(found))?.name;
    return kind === undefined ? found : stand(found, kind);
  });
}

/**
 * Marks of one letter beyond so many, which would paint over the lines around it. No script needs
 * more than 8 (Tibetan and pointed Hebrew come nearest); joiners between marks do not count.
 */
export const MOST_MARKS = 8;

/** Takes from each letter the marks that it has above `most`. */
export function limitMarks(text: string, most = MOST_MARKS): string {
  if (!/\p{M}/u.test(text)) return text;
  const mark = String.raw`\p{M}[\u200c\u200d]*`;
  return text.replace(new RegExp(`((?:${mark}){${most}})(?:${mark})+`, 'gu'), '$1');
}

/** Breaks a word of markup and is not seen: for a renderer to put in, after the text is sanitised. */
export const ZERO_WIDTH_SPACE = '\u200b';

/** A line end of any system, vertical tabs, form feeds and the separators of Unicode among them. */
export const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Letters and blanks that show nothing, beside white space, controls, formats and lone marks. */
const VISIBLE = /[^\p{Z}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

/** True of a text in which there is nothing to see. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}
