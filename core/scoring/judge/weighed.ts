import { type Alternatives, alternativesAt, bare } from '../logprobs/alternatives.ts';
import type { JudgeAnswer } from '../scorer.ts';
import { fieldStart, writtenBehind } from './reply.ts';

/** As many alternatives as the dialect allows. */
export const WEIGHED = { topLogprobs: 20 };

/**
 * Values that might have stood behind `FIELD:` in a judge's reply. Undefined where the judge sent no
 * logprobs, or where one token is not the whole of what it wrote there.
 */
export function alternativesBehind(
  { raw, logprobs = [] }: JudgeAnswer,
  field: string,
): Alternatives | undefined {
  const written = writtenBehind(raw, field);
  if (!written) return undefined;
  const at = valueAt(logprobs.map(({ token }) => token).join(''), field, written);
  if (at === undefined) return undefined;
  let end = 0;
  const place = logprobs.find(({ token }) => {
    end += token.length;
    return end > at;
  });
  return place && bare(place.token) === written ? alternativesAt(place) : undefined;
}

/** Place of the value on the last line that has the field. */
function valueAt(text: string, field: string, written: string): number | undefined {
  let from = 0;
  let at: number | undefined;
  for (const line of text.split('\n')) {
    const start = fieldStart(field).exec(line);
    if (start) {
      const value = line.indexOf(written, start[0].length);
      at = value < 0 ? undefined : from + value;
    }
    from += line.length + 1;
  }
  return at;
}
