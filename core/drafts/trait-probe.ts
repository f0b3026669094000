import type { Probe } from '../domain/probe.ts';
import { probeSchema } from '../probes/schema.ts';
import type { Draft } from './draft.ts';
import { nameOf } from './draft-name.ts';

const SAMPLES = 2;

/**
 * The probe that a draft describes. Asking for the trait and for its opposite is no finding but a
 * control: where it moves nothing, the rubric or the questions do not catch the trait. Pure.
 */
export function traitProbe(draft: Draft): Probe {
  const { trait, writer, simulated, written } = draft;
  const by = simulated ? `${writer}, a simulation,` : writer;
  return probeSchema.parse({
    name: nameOf(draft),
    version: draft.version,
    title: `how much of this shows: “${trait}”?`,
    about:
      `Asks ${written.questions.length} questions and has a judge say how far each answer shows this: ${trait}. ` +
      'Two further conditions ask for it and for its opposite; they are there to see whether rubric and questions catch it at all.',
    source: [{ label: `written by ${by} from one line, “${trait}”` }],
    caution: `Rubric and questions were written by ${by} and approved by a person; nobody has validated them.`,
    samples: SAMPLES,
    conditions: [
      { id: 'none', label: 'not asked' },
      { id: 'asked', label: 'asked for it', system: written.positive },
      { id: 'opposite', label: 'asked for the opposite', system: written.negative },
    ],
    baseline: 'none',
    items: written.questions.map((ask, at) => ({ id: `question-${at + 1}`, ask })),
    scores: [
      {
        id: 'degree',
        by: 'judge-scale',
        rubric: written.rubric,
        anchors: written.anchors.map(({ at, means, typical }) => ({
          at,
          means,
          ...(typical.length > 0 && { typical }),
        })),
      },
    ],
    measures: [{ id: 'degree', label: trait, kind: 'mean', score: 'degree', scale: [0, 100] }],
    controls: [
      {
        measure: 'degree',
        under: 'asked',
        than: 'opposite',
        direction: 'more',
        otherwise: 'asking for it shows no more of it than asking for its opposite',
      },
    ],
    psm: {
      predicts: 'A persona can be asked for: more of it where it is asked for.',
      against:
        'No difference where it is asked for says more of this probe than of the model: rubric or questions do not catch it.',
      // No further pairs: each would take from what eight questions can show of two subjects.
      directions: [{ measure: 'degree', under: 'asked', than: 'none', direction: 'more' }],
    },
  });
}
