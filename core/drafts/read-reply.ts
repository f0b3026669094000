import { explainAll } from '../yaml/explain.ts';
import { sentence } from '../yaml/mistake.ts';
import { type Written, writtenSchema } from './written.ts';

/** A writer's reply, taken apart, or a sentence or two that say what is wrong with it. */
export type Reading =
  | { readonly written: Written; readonly wrong?: undefined }
  | { readonly wrong: string };

/** Many times what was asked for. */
const READ = 30_000;

/** Reads a JSON object, alone or with something around it such as a code fence. */
export function readReply(raw: string, questions: number): Reading {
  if (raw.length > READ) return { wrong: `It is longer than ${READ} characters.` };
  const value = objectIn(raw);
  if (value === undefined) return { wrong: 'It holds no JSON object that can be read.' };
  const read = writtenSchema.safeParse(value);
  if (!read.success) {
    const [first] = explainAll(read.error, { base: [], schema: writtenSchema, value });
    return { wrong: [sentence(first.what), first.hint].filter(Boolean).join(' ') };
  }
  const given = read.data.questions.length;
  if (given < questions) {
    return { wrong: `It has ${given} questions, and ${questions} were asked for.` };
  }
  return { written: { ...read.data, questions: read.data.questions.slice(0, questions) } };
}

function objectIn(raw: string): unknown {
  try {
    return JSON.parse(raw.slice(raw.indexOf('{'), raw.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}
