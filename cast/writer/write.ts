import { z } from 'zod';
import type { ChatMessage } from '../../core/domain/reply.ts';
import { castFile, loadYaml } from '../load.ts';
import type { Chooser } from '../voice/sampling.ts';

const text = z.string().min(1);
const lines = loadYaml(
  castFile('writer/lines.yaml'),
  z.strictObject({
    rubric: text,
    anchors: z
      .array(z.strictObject({ at: z.int(), means: text, typical: z.array(text).optional() }))
      .min(2),
    positive: text,
    negative: text,
    questions: z.array(text).min(20),
  }),
);

/** A trait on a line of its own, and how many questions are wanted. */
const TRAIT = /^TRAIT\n(\S.{0,300})$/m;
const QUESTIONS = /^QUESTIONS: (\d{1,2})$/m;

/**
 * A draft of a probe as JSON, where the last user turn asks for one; undefined where it does not. The
 * questions are drawn from a list and know nothing of the trait.
 */
export function writeIt(messages: readonly ChatMessage[], choose: Chooser): string | undefined {
  const last = messages.at(-1);
  const asked = last?.role === 'user' ? last.content : '';
  const trait = TRAIT.exec(asked)?.[1];
  const wanted = QUESTIONS.exec(asked)?.[1];
  if (trait === undefined || wanted === undefined) return undefined;
  const about = (line: string) => line.replaceAll('{trait}', () => trait);
  const draft = {
    rubric: about(lines.rubric),
    anchors: lines.anchors,
    questions: drawn(lines.questions, Number(wanted), choose),
    positive: about(lines.positive),
    negative: about(lines.negative),
  };
  return JSON.stringify(draft, null, 2);
}

/** So many of the list, in an order that is not bent by the temperature. */
function drawn(list: readonly string[], many: number, choose: Chooser): readonly string[] {
  return list
    .map((line) => ({ line, at: choose.unit() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, many)
    .map(({ line }) => line);
}
