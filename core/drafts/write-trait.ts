import type { Model } from '../domain/model.ts';
import type { ChatMessage, Reply, Usage } from '../domain/reply.ts';
import { UserError } from '../domain/user-error.ts';
import type { Models } from '../models/models.ts';
import { costOf } from '../runs/cost.ts';
import { seedFrom } from '../statistics/random.ts';
import { readReply } from './read-reply.ts';
import { retryPrompt, writerPrompt } from './writer-prompt.ts';
import type { Written } from './written.ts';

export interface Assignment {
  readonly trait: string;
  readonly questions: number;
  readonly model: Model;
  /** Names the calls; the same with the same seed gives the same draft where the model can. */
  readonly owner: string;
}

/** Tokens that one writing takes, about. */
export const USUAL: Usage = { tokensIn: 500, tokensOut: 1500, estimated: true };
/** Room for the draft, and for a model that thinks first. */
const WRITING = { temperature: 1, maxTokens: 6000 };

/**
 * Has a model write the rubric, the questions and the two instructions; asks once more where its reply
 * cannot be used. `paid` is told what each call took, where the price is known.
 * @throws UserError where the model fails, refuses, or is not usable twice.
 */
export async function writeTrait(
  assignment: Assignment,
  models: Pick<Models, 'ask'>,
  paid: (usd: number | undefined) => void,
): Promise<Written> {
  const { trait, questions, model, owner } = assignment;
  const ask = async (messages: readonly ChatMessage[], attempt: number) => {
    const seed = seedFrom(owner, 'write', attempt) >>> 1;
    const reply = await models.ask({ model, messages, parameters: WRITING, seed, owner });
    paid(costOf(model, reply.usage));
    return answered(reply, assignment);
  };
  const prompt = writerPrompt(trait, questions);
  const first = await ask(prompt, 1);
  let reading = readReply(first, questions);
  if (reading.wrong !== undefined) {
    reading = readReply(await ask(retryPrompt(prompt, first, reading.wrong), 2), questions);
  }
  if (reading.wrong === undefined) return reading.written;
  throw new UserError(
    `What ${model.label} wrote could not be used, asked twice. ${reading.wrong}`,
    'Try again, or name another model with --writer.',
    { code: 'unavailable' },
  );
}

/** A reply that was cut at the token limit is read all the same: it is not whole, and so asked for again. */
function answered({ outcome, text, reason }: Reply, { model, trait }: Assignment): string {
  switch (outcome) {
    case 'answered':
    case 'truncated':
      return text;
    case 'refused':
      throw new UserError(
        `${model.label} refused to write a probe of “${trait}”.`,
        'Say it in other words, or name another model with --writer.',
        { code: 'unavailable' },
      );
    case 'failed':
      throw new UserError(
        `${model.label} could not be asked: ${reason ?? 'no reason was given'}`,
        'See /probe models, or name another model with --writer.',
        { code: 'unavailable' },
      );
  }
}
