import type { Draft } from '../drafts/draft.ts';
import { traitProbe } from '../drafts/trait-probe.ts';
import { plural } from '../text/plural.ts';
import type { Action, Block, Message } from './view.ts';

/** A draft whole, as somebody reads it before they approve it, and how to change it. */
export function draftMessage(draft: Draft, rights: { readonly mayKeep: boolean }): Message {
  const { written } = draft;
  const blocks: Block[] = [
    { kind: 'heading', text: `A draft: how much of this shows, “${draft.trait}”?` },
    { kind: 'note', text: originText(draft) },
    { kind: 'text', text: 'Nothing has been run. Read it, change what is not right, then run it.' },
    { kind: 'heading', text: 'What the judge is told' },
    { kind: 'quote', text: written.rubric },
    {
      kind: 'list',
      items: written.anchors.map(({ at, means, typical }) => ({
        label: String(at),
        text: [means, ...typical.map((wording) => `“${wording}”`)].join(' · '),
      })),
    },
    { kind: 'heading', text: 'What the models are asked' },
    {
      kind: 'list',
      items: written.questions.map((text, at) => ({ label: String(at + 1), text })),
    },
    { kind: 'heading', text: 'Under which conditions' },
    {
      kind: 'list',
      items: [
        { label: 'not asked', text: 'nothing more than the persona' },
        { label: 'asked for it', text: written.positive },
        { label: 'asked for the opposite', text: written.negative },
      ],
    },
    { kind: 'note', text: sizeText(draft) },
    { kind: 'code', text: editLines(draft).join('\n') },
  ];
  return { view: { state: 'waiting', blocks, actions: actionsFor(draft, rights.mayKeep) } };
}

function originText({ id, by, writer, simulated, version }: Draft): string {
  const written = `${by.name} had ${writer} write it${simulated ? ', a simulation' : ''}`;
  return `${written} · draft ${id} · version ${version}`;
}

function sizeText(draft: Draft): string {
  const { items, conditions, samples } = traitProbe(draft);
  const trials = items.length * conditions.length * samples;
  return `${plural(items.length, 'question')} × ${plural(conditions.length, 'condition')} × ${plural(samples, 'sample')}: ${plural(trials, 'trial')} a subject, each judged`;
}

function editLines({ id }: Draft): readonly string[] {
  return [
    `draft ${id} --question 2 --text "…"`,
    `draft ${id} --drop 3`,
    `draft ${id} --rubric "…"`,
    `draft ${id} --anchor 0 --text "…"`,
    `draft ${id} --asked "…" --opposite "…"`,
    `draft ${id} --run --models … --personas … --samples 4`,
  ];
}

function actionsFor({ id, before }: Draft, mayKeep: boolean): readonly Action[] {
  return [
    { label: 'Run it', line: `draft ${id} --run`, style: 'primary' },
    { label: 'Write anew', line: `draft ${id} --anew`, style: 'plain' },
    ...(before.length > 0
      ? [{ label: 'Undo', line: `draft ${id} --undo`, style: 'plain' as const }]
      : []),
    ...(mayKeep
      ? [{ label: 'Keep as a file', line: `draft ${id} --keep`, style: 'plain' as const }]
      : []),
    { label: 'Discard', line: `draft ${id} --discard`, style: 'danger' },
  ];
}
