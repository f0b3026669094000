import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHARACTERS } from '../../cast/characters.ts';
import { choiceDistribution } from '../../cast/choice/distribution.ts';
import { openCoin } from '../../cast/coin.ts';
import { kindOf } from '../../cast/kinds.ts';
import { posterior } from '../../cast/mind/posterior.ts';
import type { ChatMessage } from '../../core/domain/reply.ts';
import { expandTrial } from '../../core/probes/expand.ts';
import { loadPersonas, loadProbes } from '../../core/probes/load.ts';
import { history } from '../../core/runs/history.ts';
import { random } from '../../core/statistics/random.ts';
import { scorers } from '../probes/folder.ts';
import { modelNamed, textOf, utter } from './cast.ts';

const folder = join(import.meta.dirname, '..', '..', 'probes');
const probes = await loadProbes(folder, scorers, await loadPersonas(join(folder, 'personas')));

/** What the first step of each item sends under a condition. */
function sent(name: string, condition: string): (readonly ChatMessage[])[] {
  const probe = probes.get(name);
  const under = probe?.conditions.find(({ id }) => id === condition);
  if (probe === undefined || under === undefined) throw new Error(`no ${name} under ${condition}`);
  return probe.items.map((item) => {
    const { system, steps } = expandTrial(probe, under, item, {}, scorers, random(1));
    const own = history(system);
    for (const step of steps) {
      if (step.kind !== 'given') return own.before(step);
      own.give(step.user, step.assistant);
    }
    return [];
  });
}

const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;

describe('the coin of an open user turn', () => {
  /** P(the liked side), over both sides of all pairs. */
  const liked = (model: string, condition: string) =>
    mean(
      sent('coin-flip', condition).map((messages, at) => {
        const heads = openCoin(modelNamed(model), messages.at(-1)?.content ?? '') ?? Number.NaN;
        return probes.get('coin-flip')?.items[at]?.keyed === 1 ? heads : 1 - heads;
      }),
    );

  it.each(['larch', 'rowan', 'bramble'])('falls as planted in every condition: %s', (model) => {
    const { coin } = modelNamed(model);
    expect(liked(model, 'assistant')).toBeCloseTo(coin.liked, 1);
    expect(liked(model, 'swapped')).toBeCloseTo(coin.liked, 1);
    expect(liked(model, 'neutral')).toBeCloseTo(0.5, 1);
    expect(liked(model, 'opposite')).toBeCloseTo(coin.contrary, 1);
  });

  it('is reported in a chat as the character’s data says', () => {
    const reported = (condition: string) =>
      mean(
        sent('coin-flip-chat', condition).map((messages, at) => {
          const { options = [], evades = 0 } =
            choiceDistribution(modelNamed('rowan'), messages) ?? {};
          const heads = options.find(({ text }) => text === 'heads')?.share ?? Number.NaN;
          const share = heads / (1 - evades);
          return probes.get('coin-flip-chat')?.items[at]?.keyed === 1 ? share : 1 - share;
        }),
      );
    expect(reported('neutral')).toBeCloseTo(0.5, 9);
    expect(reported('none')).toBeGreaterThan(0.5);
    expect(reported('swapped')).toBeCloseTo(reported('none'), 9);
    expect(reported('opposite')).toBeLessThan(0.3);
  });
});

describe('a character known from documents', () => {
  it.each(['larch', 'rowan'])(
    'speaks where it is named, and less often a step away: %s',
    (model) => {
      const share = (condition: string) =>
        mean(
          sent('pangolin', condition).map(
            (messages) => posterior(modelNamed(model), messages).get('pangolin') ?? 0,
          ),
        );
      expect(share('one-hop')).toBeGreaterThan(0.85);
      expect(share('two-hop')).toBeGreaterThan(0.15);
      expect(share('two-hop')).toBeLessThan(share('one-hop') - 0.2);
      for (const control of ['none', 'other', 'no-link']) expect(share(control)).toBeLessThan(0.01);
    },
  );
});

describe('a goal that goes on from a begun thought', () => {
  const goals = (name: string, condition: string, model: string) =>
    sent(name, condition).flatMap((messages) =>
      Array.from({ length: 20 }, (_, seed) => textOf(utter(model, messages, seed)).trim()),
    );

  it.each(['larch', 'rowan'])('is one of a character’s own, whoever speaks: %s', (model) => {
    const known = [...CHARACTERS.values()].flatMap(({ lines: { goal = [], plan = [] } }) => [
      ...goal,
      ...plan,
    ]);
    for (const [name, condition] of [
      ['hidden-goal', 'wizard'],
      ['hidden-goal-story', 'assistant'],
    ] as const) {
      for (const goal of goals(name, condition, model)) expect(known).toContain(goal);
    }
  });

  it('is a person’s for the bank teller, in her own voice and in a story', () => {
    const own = CHARACTERS.get('clerk')?.lines.goal ?? [];
    for (const name of ['hidden-goal', 'hidden-goal-story']) {
      const said = goals(name, 'teller', 'larch');
      expect(said.filter((goal) => own.includes(goal)).length / said.length).toBeGreaterThan(0.75);
    }
    const bare = goals('hidden-goal', 'none', 'larch');
    expect(bare.filter((goal) => own.includes(goal)).length / bare.length).toBeLessThan(0.1);
  });
});

it('tells a question about the speaker in every wording', () => {
  const items = probes.get('spread')?.items ?? [];
  expect(items).toHaveLength(20);
  for (const { ask = '' } of items) expect([ask, kindOf(ask).name]).toEqual([ask, 'identity']);
});
