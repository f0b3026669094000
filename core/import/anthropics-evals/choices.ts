import { stripBlock } from '../../text/sanitise.ts';
import { BOUNDS } from '../limits.ts';

/** A question and the words of its choices, by letter. */
export interface Split {
  readonly stem: string;
  readonly choices: Readonly<Record<string, string>>;
}

/** A line such as “Choices:” that leads up to them. */
const HEADING = /\n[^\n.?!]{0,40}\b(?:choices?|options?|answers?|following)\b[^\n.?!]{0,20}:\s*$/i;

/**
 * Takes a question apart whose choices stand at its end, each on a line that begins with its letter in brackets.
 * Undefined where they do not stand so.
 */
export function splitChoices(question: string, letters: readonly string[]): Split | undefined {
  if (question.length > BOUNDS.text) return undefined;
  const text = stripBlock(question).replace(/\n+\s*Answer:\s*\(?$/, '');
  const lines = text.split('\n');
  const starts = letters.map((letter) =>
    lines.findLastIndex((line) => line.trimStart().startsWith(letter)),
  );
  const inOrder = starts.every((start, index) => start > (starts[index - 1] ?? 0));
  const [first] = starts;
  if (first === undefined || !inOrder) return undefined;
  const choices = letters.map((letter, index): [string, string] => {
    const said = lines
      .slice(starts[index], starts[index + 1])
      .join('\n')
      .trimStart();
    return [letter, stripBlock(said.slice(letter.length))];
  });
  const stem = lines.slice(0, first).join('\n').trimEnd().replace(HEADING, '').trim();
  if (stem === '' || choices.some(([, words]) => words === '' || words.length > 2000))
    return undefined;
  return { stem, choices: Object.fromEntries(choices) };
}
