import { UserError } from '../domain/user-error.ts';
import { explainAll } from '../yaml/explain.ts';
import { sentence } from '../yaml/mistake.ts';
import { type Written, writtenSchema } from './written.ts';

/** A person's changes; questions are counted from 1. */
export interface Edits {
  /** Replaces this question, or the anchor at this point, by `text`; the number after the last adds one. */
  readonly question?: number | undefined;
  readonly anchor?: number | undefined;
  readonly text?: string | undefined;
  readonly drop?: number | undefined;
  readonly rubric?: string | undefined;
  readonly asked?: string | undefined;
  readonly opposite?: string | undefined;
}

export function hasEdits(edits: Edits): boolean {
  return Object.values(edits).some((value) => value !== undefined);
}

/** @throws UserError where there is nothing of that number, or what is left is no probe. */
export function applyEdits(written: Written, edits: Edits): Written {
  const { rubric, asked, opposite, drop } = edits;
  checkText(edits);
  const next = {
    ...written,
    ...(rubric !== undefined && { rubric }),
    ...(asked !== undefined && { positive: asked }),
    ...(opposite !== undefined && { negative: opposite }),
    anchors: withAnchor(written.anchors, edits),
    questions: withQuestion(written.questions, edits).filter((_, at) => at + 1 !== drop),
  };
  if (drop !== undefined && drop > written.questions.length) throw noQuestion(drop, written);
  const read = writtenSchema.safeParse(next);
  if (read.success) return read.data;
  const [first] = explainAll(read.error, { base: [], schema: writtenSchema, value: next });
  throw new UserError(
    sentence(`The draft cannot be changed so: ${first.what}`),
    first.hint ?? 'Change it in another way, or leave it as it is.',
  );
}

function checkText({ question, anchor, text }: Edits): void {
  const places = [question, anchor].filter((place) => place !== undefined).length;
  if (places === (text === undefined ? 0 : 1)) return;
  const next = 'For example: --question 3 --text "What would you change?"';
  if (text === undefined) throw new UserError('--text is missing: what is to stand there?', next);
  if (places === 0) throw new UserError('--text says what to write, but not where.', next);
  throw new UserError('One text goes to one place: a question or an anchor.', next);
}

function withQuestion(questions: string[], { question, text }: Edits): string[] {
  if (question === undefined || text === undefined) return questions;
  if (question > questions.length + 1) throw noQuestion(question, { questions });
  return questions.toSpliced(question - 1, 1, text);
}

function withAnchor(anchors: Written['anchors'], { anchor, text }: Edits): Written['anchors'] {
  if (anchor === undefined || text === undefined) return anchors;
  const known = anchors.find(({ at }) => at === anchor);
  const others = anchors.filter(({ at }) => at !== anchor);
  // Wordings were typical of what stood there before.
  const typical = known?.means === text ? known.typical : [];
  return [...others, { at: anchor, means: text, typical }];
}

function noQuestion(number: number, { questions }: Pick<Written, 'questions'>): UserError {
  return new UserError(
    `There is no question ${number}; there are ${questions.length}.`,
    `Name one from 1 to ${questions.length}.`,
    { code: 'not-found' },
  );
}
