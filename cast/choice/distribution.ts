import type { ChatMessage } from '../../core/domain/reply.ts';
import { CHARACTERS } from '../characters.ts';
import { coinIn } from '../coin.ts';
import { posterior } from '../mind/posterior.ts';
import type { CastModel } from '../models.ts';
import { forcedChoice, type Option } from './options.ts';
import { preference } from './preference.ts';
import { readerOf } from './reader.ts';

export interface WeighedOption extends Option {
  /** P(the model gives this answer), at temperature 1. */
  readonly share: number;
}

/** The shares of the options and `evades` sum to 1. */
export interface ChoiceDistribution {
  readonly options: readonly WeighedOption[];
  /** P(the model answers none of them). */
  readonly evades: number;
}

/**
 * Distribution of the answer where the last user turn allows only certain answers; undefined where it
 * allows any. It is the mixture Σ P(character | messages) × P(option | character), exact and pure; where
 * it is asked of somebody else, of whom an exchange is printed, P(character | that exchange).
 */
export function choiceDistribution(
  model: CastModel,
  messages: readonly ChatMessage[],
): ChoiceDistribution | undefined {
  const last = messages.at(-1);
  const choice = last?.role === 'user' ? forcedChoice(last.content) : undefined;
  if (choice === undefined) return undefined;
  const shares = choice.options.map(() => 0);
  const coin = coinIn(messages.map(({ content }) => content).join('\n'));
  let evades = 0;
  for (const [name, weight] of readerOf(choice.statement) ?? posterior(model, messages)) {
    const character = CHARACTERS.get(name);
    if (character === undefined) continue;
    evades += weight * character.evades;
    for (const [at, share] of preference(character, choice, coin).entries()) {
      shares[at] = (shares[at] ?? 0) + weight * (1 - character.evades) * share;
    }
  }
  return {
    options: choice.options.map((option, at) => ({ ...option, share: shares[at] ?? 0 })),
    evades,
  };
}
