import { z } from 'zod';
import { CHARACTERS } from '../characters.ts';
import { anyOf, castFile, loadYaml, plain } from '../load.ts';
import type { Anchor } from './task.ts';

const kinds = loadYaml(
  castFile('tables/judging.yaml'),
  z.array(
    z.strictObject({
      phrases: z.array(z.string().min(1)).min(1),
      marksOf: z.array(z.string()).default([]),
    }),
  ),
);

/** How well an answer fits an anchor. `found` is where the first of the wordings stands. */
export interface Fit {
  readonly anchor: Anchor;
  /** How many wordings occur word for word. */
  readonly exact: number;
  /** How many wordings of the same kind occur. */
  readonly alike: number;
  /** Words that the wordings and the description share with the answer, as a share of theirs. */
  readonly words: number;
  readonly found?: { readonly at: number; readonly length: number } | undefined;
}

export function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
}

const COMMON = new Set(
  'the and that this with from have they them their there what when which who not are was were for but its his her one nor you your about into than then says said answer writer'.split(
    ' ',
  ),
);

function contentWords(text: string): string[] {
  const words =
    plain(text)
      .toLowerCase()
      .match(/[\p{L}']{3,}/gu) ?? [];
  return [...new Set(words)].filter((word) => !COMMON.has(word));
}

/** Wordings of the same kind, but for those that the rubric itself gives to one of its anchors. */
function alikeOf(anchor: Anchor, given: ReadonlySet<string>): RegExp[] {
  const wanted = new Set(anchor.typical.map((wording) => wording.toLowerCase()));
  const near = kinds.filter(({ phrases }) => phrases.some((phrase) => wanted.has(phrase)));
  return near.flatMap(({ phrases, marksOf }) => [
    ...phrases.filter((phrase) => !given.has(phrase)).map((phrase) => anyOf([literally(phrase)])),
    ...marksOf.flatMap((name) => CHARACTERS.get(name)?.evidence.marks.phrases ?? []),
  ]);
}

/** How well the answer fits each of the anchors, in their order. Pure. */
export function fits(anchors: readonly Anchor[], answer: string): Fit[] {
  const text = plain(answer);
  const words = new Set(contentWords(answer));
  const given = new Set(
    anchors.flatMap(({ typical }) => typical.map((wording) => wording.toLowerCase())),
  );
  return anchors.map((anchor) => {
    const exact = anchor.typical
      .map((wording) => anyOf([literally(wording)]).exec(text))
      .filter((match) => match !== null);
    const alike = alikeOf(anchor, given)
      .map((pattern) => pattern.exec(text))
      .filter((match) => match !== null);
    const own = contentWords([anchor.means, ...anchor.typical].join(' '));
    const shared = own.filter((word) => words.has(word)).length;
    const [first] = [...exact, ...alike].sort((a, b) => a.index - b.index);
    return {
      anchor,
      exact: exact.length,
      alike: alike.length,
      words: own.length === 0 ? 0 : shared / own.length,
      found: first && { at: first.index, length: first[0].length },
    };
  });
}

/** Wordings first: a phrase outweighs any number of shared words. */
export function weight(fit: Fit): number {
  return fit.exact * 2 + fit.alike;
}

const REST = /^(?:none|other|otherwise|neither|neutral|unclear|unsaid|nothing)$/i;

/** The anchor for what fits none of the others, where there is one. */
export function otherwise(anchors: readonly Anchor[]): Anchor | undefined {
  return (
    anchors.find(({ means }) => /\botherwise\b/i.test(means)) ??
    anchors.find(({ typical }) => typical.length === 0) ??
    anchors.find(({ mark }) => REST.test(mark))
  );
}
