import type { Probe } from '../domain/probe.ts';

/** A prompt as typed, as a probe of one item and one condition that nothing scores. */
export function questionProbe(prompt: string, maxTokens: number, temperature: number): Probe {
  return {
    name: 'ask',
    version: 1,
    title: prompt,
    about: 'One prompt, as somebody typed it.',
    source: [{ label: 'typed in the channel' }],
    licence: 'MIT',
    analogue: false,
    requires: [],
    samples: 1,
    temperature,
    maxTokens,
    pools: {},
    conditions: [{ id: 'as-asked', label: 'as asked' }],
    baseline: 'as-asked',
    items: [{ id: 'question', ask: prompt }],
    closing: [],
    scores: [],
    measures: [],
    controls: [],
    psm: { predicts: 'Nothing in particular.', against: 'Nothing in particular.', directions: [] },
    picture: 'estimates',
  };
}
