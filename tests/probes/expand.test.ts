import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Probe } from '../../core/domain/probe.ts';
import { expandTrial } from '../../core/probes/expand.ts';
import { looksAt } from '../../core/probes/scores.ts';
import { random } from '../../core/statistics/random.ts';
import { good, load, scorers } from './folder.ts';

const probe = (await load({ 'good.yaml': good })).get('good');
if (!probe) throw new Error('the fixture did not load');

function expand(from: Probe, condition: string, item: string, system?: string, seed = 1) {
  const under = from.conditions.find(({ id }) => id === condition);
  const about = from.items.find(({ id }) => id === item);
  if (!under || !about) throw new Error(`no ${condition} or ${item}`);
  return expandTrial(from, under, about, { system }, scorers, random(seed));
}

describe('expandTrial', () => {
  it('puts the condition’s frame after the persona’s, and none where there is none', () => {
    expect(expand(probe, 'curt', 'one', 'You are Ada.').system).toBe('You are Ada.\n\nBe brief.');
    expect(expand(probe, 'curt', 'one').system).toBe('Be brief.');
    expect(expand(probe, 'none', 'one').system).toBeUndefined();
  });

  it('lets the shots stand before the script and the closing steps after it', () => {
    const { steps } = expand(probe, 'warmed', 'one');
    expect(steps.map((step) => [step.kind, 'id' in step ? step.id : step.user])).toEqual([
      ['given', 'Hello.'],
      ['given', 'Fine day.'],
      ['ask', 'answer'],
      ['ask', 'sure'],
    ]);
  });

  it('names a step by its id, or by its kind and place', () => {
    const { steps } = expand(probe, 'none', 'two');
    expect(steps.map((step) => ('id' in step ? step.id : step.kind))).toEqual([
      'given',
      'now',
      'aside-1',
      'answer',
      'sure',
    ]);
  });

  it('shows the options in the step that they are for, and nowhere else', () => {
    const { steps, presented } = expand(probe, 'none', 'two');
    const turns = new Map(steps.map((step) => ['id' in step ? step.id : 'given', step.user]));
    expect(turns.get('answer')).toBe(`Is it then?\n\n${presented.yes?.text}`);
    expect(turns.get('now')).toBe('And now?');
    expect(Object.keys(presented)).toEqual(['yes']);
  });

  it('fills slots from the item and the condition, whose values may hold the item’s', async () => {
    const slots = good
      .replace('ask: Is it?', 'ask: Is it [[what]], [[who]]?\n    values: { what: rain, who: Ada }')
      .replace('system: Be brief.', 'values: { what: "the [[what]]" }');
    const filled = (await load({ 'good.yaml': slots })).get('good');
    if (!filled) throw new Error('the fixture did not load');
    const asked = (condition: string) => expand(filled, condition, 'one').steps.at(-2)?.user;
    expect(asked('none')).toMatch(/^Is it rain, Ada\?/);
    expect(asked('curt')).toMatch(/^Is it the rain, Ada\?/);
  });

  it('is the same for a seed, and draws the order of options from it', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(expand(probe, 'none', 'two', 'x', seed)).toEqual(
          expand(probe, 'none', 'two', 'x', seed),
        );
      }),
    );
    const orders = Array.from({ length: 30 }, (_, seed) =>
      expand(probe, 'none', 'one', undefined, seed).presented.yes?.order.join(),
    );
    expect(new Set(orders)).toEqual(new Set(['yes,no', 'no,yes']));
  });
});

describe('options with slots', () => {
  const slotted = good.replace('text: it is }', 'text: "it is [[what]]" }');

  it('are filled in what the model sees, and kept as it saw them', async () => {
    const filled = slotted.replaceAll(
      /^( {2}- id: (?:one|two))$/gm,
      '$1\n    values: { what: tea }',
    );
    const from = (await load({ 'good.yaml': filled })).get('good');
    if (!from) throw new Error('the fixture did not load');
    const { steps, presented } = expand(from, 'none', 'one');
    const asked = steps.find((step) => step.kind === 'ask' && step.id === 'answer');
    expect(asked?.user).toContain(presented.yes?.text);
    expect(presented.yes?.shown?.toSorted()).toEqual(['it is not', 'it is tea']);
    for (const text of presented.yes?.shown ?? []) expect(asked?.user).toContain(`. ${text}`);
  });

  it('are refused where an item fills none', async () => {
    await expect(load({ 'good.yaml': slotted })).rejects.toMatchObject({
      message: expect.stringContaining('nothing fills [[what]]'),
    });
  });
});

describe('looksAt', () => {
  it.each([
    ['answer', true, false],
    ['every', true, true],
    [['sure', 'answer'], true, false],
    [['sure'], false, false],
  ])('of %j: the answer %s, now %s', (of, answer, now) => {
    expect(looksAt({ of }, 'answer')).toBe(answer);
    expect(looksAt({ of }, 'now')).toBe(now);
  });
});
