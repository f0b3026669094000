import type { Reply } from '../domain/reply.ts';
import { BROKE_OFF, CallFailed } from './failure.ts';
import { looksLikeRefusal } from './refusal.ts';
import type { Ask } from './types.ts';

/** Finish reasons of an answer that a provider's filter stopped, OpenAI's own word first. */
const FILTERED = ['content_filter', 'refusal', 'safety', 'recitation', 'prohibited_content'];
const OUT_OF_TOKENS = ['length', 'max_tokens', 'model_length'];
const TOOLS = ['tool_calls', 'function_call'];

export interface Ended {
  readonly text: string;
  readonly reasoning: string;
  readonly refusal: string;
  readonly finishReason: string;
}

type Verdict = Pick<Reply, 'outcome' | 'reason' | 'text'>;

/** @throws CallFailed where the provider says itself that it broke off. */
export function outcomeOf(ended: Ended, ask: Ask): Verdict {
  const { text, refusal } = ended;
  const finish = ended.finishReason.toLowerCase();
  if (finish === 'error') throw new CallFailed(BROKE_OFF);
  if (refusal !== '')
    return { outcome: 'refused', text: text || refusal, reason: 'the model refused' };
  if (FILTERED.some((word) => finish.startsWith(word))) {
    return { outcome: 'refused', text, reason: 'stopped by the provider’s filter' };
  }
  const cut = OUT_OF_TOKENS.includes(finish);
  if (cut && !endsByDesign(ask, text)) return { outcome: 'truncated', text, reason: whyCut(ended) };
  if (text.trim() === '') return { outcome: 'failed', text: '', reason: whyEmpty(ended, finish) };
  if (!ask.completion && !cut && looksLikeRefusal(text)) {
    return { outcome: 'refused', text, reason: 'the model refused' };
  }
  return { outcome: 'answered', text };
}

/**
 * A raw completion has no end of its own, and whoever reads the probabilities of the first token asks
 * for no more than that: there the token limit is how the answer is meant to end.
 */
function endsByDesign(ask: Ask, text: string): boolean {
  return text !== '' && (ask.completion === true || ask.topLogprobs !== undefined);
}

function whyCut({ text, reasoning }: Ended): string {
  return text.trim() === '' && reasoning !== ''
    ? 'all tokens went into reasoning; raise maxTokens'
    : 'cut off at the token limit; raise maxTokens';
}

function whyEmpty({ reasoning }: Ended, finish: string): string {
  if (TOOLS.includes(finish)) return 'called a tool instead of answering';
  return reasoning === '' ? 'empty answer' : 'empty answer after reasoning';
}
