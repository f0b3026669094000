import type { ChatMessage } from '../../core/domain/reply.ts';
import { CHARACTERS, type Character } from '../characters.ts';
import { posterior } from '../mind/posterior.ts';
import type { CastModel } from '../models.ts';
import { sayAll } from '../voice/grammar.ts';
import type { Chooser } from '../voice/sampling.ts';
import { sceneOf } from '../voice/scene.ts';
import { split, type Token, tokenise } from '../voice/tokens.ts';
import { type ChoiceDistribution, choiceDistribution } from './distribution.ts';

function top(distribution: ChoiceDistribution) {
  return distribution.options
    .map(({ label, share }) => ({ token: split(label)[0] ?? label, logprob: Math.log(share) }))
    .sort((a, b) => b.logprob - a.logprob);
}

function evader(
  model: CastModel,
  messages: readonly ChatMessage[],
  choice: Chooser,
): Character | undefined {
  const weights = [...posterior(model, messages)].map(
    ([name, weight]) => weight * (CHARACTERS.get(name)?.evades ?? 0),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return [...CHARACTERS.values()][choice.pick(weights.map((weight) => weight / total))];
}

/**
 * Answers a forced choice with the label of an option, drawn from the exact mixture, which its first
 * token reports; now and then with none of them. Undefined where any answer is allowed.
 */
export function choose(
  model: CastModel,
  messages: readonly ChatMessage[],
  choice: Chooser,
): readonly Token[] | undefined {
  const distribution = choiceDistribution(model, messages);
  if (distribution === undefined) return undefined;
  const shares = [...distribution.options.map(({ share }) => share), distribution.evades];
  const picked = choice.pick(shares);
  const option = distribution.options[picked];
  if (option !== undefined) {
    const [first = '', ...rest] = split(option.label);
    return [
      { text: first, logprob: Math.log(option.share), top: top(distribution) },
      ...tokenise(rest.join(''), []),
    ];
  }
  const character = evader(model, messages, choice);
  if (character === undefined) throw new Error('nobody evades, and an evasion was picked');
  const { text } = sayAll(sceneOf(character, messages, [], choice), ['evasion']);
  const [first, ...rest] = tokenise(text, []);
  if (first === undefined) return [];
  return [{ ...first, logprob: Math.log(distribution.evades), top: top(distribution) }, ...rest];
}
