import { z } from 'zod';
import type { Probe } from '../domain/probe.ts';
import { optionsOf } from '../probes/scores.ts';
import type { Scorer } from '../scoring/scorer.ts';

/** English text has about four characters a token. */
const CHARACTERS_A_TOKEN = 4;
/** The words about its task and the reply that every judge is told. */
const ENVELOPE = 120;
/** A judge is shown this much at most of what was said before an answer. */
const MOST_BEFORE = 1500;

export function tokens(text: string): number {
  return lengthInTokens(text.length);
}

function lengthInTokens(characters: number): number {
  return Math.ceil(characters / CHARACTERS_A_TOKEN);
}

/** The parts of one answer that a judge may see, each in tokens. */
export interface Seen {
  readonly question: number;
  /** The system prompt that the answer was given under. */
  readonly frame: number;
  /** All that was asked and answered before, and of that the last answer alone. */
  readonly before: number;
  readonly previous: number;
  readonly answer: number;
}

const options = z.object({ sees: z.array(z.string()).optional().catch(undefined) });

/** The tokens that one call to a judge takes in, for one score of one answer: about. */
export function judgeTokens(score: Probe['scores'][number], scorer: Scorer, seen: Seen): number {
  const own = optionsOf(score);
  const { sees = ['question'] } = options.parse(own);
  const shown = (name: string, size: number) => (sees.includes(name) ? size : 0);
  return (
    ENVELOPE +
    lengthInTokens(scorer.promptLength?.(own) ?? JSON.stringify(own).length) +
    shown('question', seen.question) +
    shown('frame', seen.frame) +
    shown('before', Math.min(MOST_BEFORE, seen.before)) +
    shown('previous', Math.min(MOST_BEFORE, seen.previous)) +
    seen.answer * (scorer.compares ? 2 : 1)
  );
}
