import type { Correction, Figures } from '../calibration/figures.ts';
import type { Rubric } from '../calibration/rubric.ts';
import type { Session } from '../calibration/session.ts';
import type { Interval } from '../domain/interval.ts';
import type { Snapshot } from '../domain/run.ts';
import { interval, value } from '../measures/format.ts';
import { colourOfSubject, rowName } from '../measures/names.ts';
import { listAnd, plural } from '../text/plural.ts';
import { seedText } from './phrases.ts';
import type { Block, TableBlock } from './view.ts';

const SHARE = { format: 'percent', scale: [0, 1] } as const;
const POINTS = { format: 'number', scale: [0, 100] } as const;
const COEFFICIENT = { format: 'number', scale: [-1, 1] } as const;

/** Below so many labels a figure is a mood. */
const FEW = 10;

export function figuresBlocks(
  snapshot: Snapshot,
  { rubric, labelSet }: Pick<Session, 'rubric' | 'labelSet'>,
  figures: readonly Figures[],
): readonly Block[] {
  const { plan } = snapshot;
  return [
    { kind: 'heading', text: `Judge and person · ${plan.probe.name}, ${rubric.score}` },
    ...figures.flatMap((one) => judgeBlocks(snapshot, rubric, one)),
    {
      kind: 'note',
      text: `${labelSet.labelled.length} of ${plural(labelSet.drawn.length, 'answer')} labelled, drawn in proportion to what the judge said · seed ${seedText(plan.seed)} · run ${plan.runId}`,
    },
  ];
}

function judgeBlocks(snapshot: Snapshot, rubric: Rubric, figures: Figures): readonly Block[] {
  return [
    { kind: 'text', text: agreementText(figures) },
    ...(figures.scale ? [{ kind: 'text' as const, text: scaleText(figures, figures.scale) }] : []),
    ...(rubric.kind === 'label' ? [confusion(rubric, figures)] : []),
    ...(figures.correction ? correctionBlocks(snapshot, rubric, figures, figures.correction) : []),
  ];
}

function agreementText({ judge, pairs, agreement, scale }: Figures): string {
  const few = pairs.length < FEW ? ' These are few labels: read the intervals.' : '';
  if (scale)
    return `${judge} and you gave a number to the same ${plural(pairs.length, 'answer')}.${few}`;
  const alike = pairs.filter(([a, b]) => a === b).length;
  const share = withInterval(value(agreement.agreement, SHARE), agreement.shareInterval, SHARE);
  const { kappa, interval: around } = agreement;
  const beyond =
    kappa === undefined
      ? 'Cohen’s kappa has no value, since only one label was used.'
      : `Cohen’s kappa, which is 0 by chance and 1 at most, is ${withInterval(value(kappa, COEFFICIENT), around, COEFFICIENT)}.`;
  return `${judge} and you gave the same label to ${alike} of ${plural(pairs.length, 'answer')}: ${share}. ${beyond}${few}`;
}

function scaleText(
  { judge, pairs }: Figures,
  { rho, bias }: NonNullable<Figures['scale']>,
): string {
  const order =
    rho === undefined
      ? 'There is no correlation to speak of, since one of you gave one number only.'
      : `Spearman’s correlation is ${value(rho, COEFFICIENT)} over ${plural(pairs.length, 'answer')}.`;
  const more = bias.estimate < 0 ? 'less' : 'more';
  const size = value(Math.abs(bias.estimate), POINTS);
  const [low, high] = bias.interval ?? [];
  const range =
    low === undefined || high === undefined
      ? ''
      : ` (its number minus yours: 95 % interval ${interval([low, high], POINTS)})`;
  return `${order} On average ${judge} gives ${size} points ${more} than you${range}.`;
}

function withInterval(
  text: string,
  around: Interval | undefined,
  form: typeof SHARE | typeof COEFFICIENT,
): string {
  return around ? `${text} (95 % interval ${interval(around, form)})` : text;
}

/** Rows: what the person said. Columns: what the judge said. */
function confusion({ marks }: Rubric, { judge, pairs }: Figures): TableBlock {
  const said = marks.filter((mark) => pairs.some((pair) => pair.includes(mark.value)));
  return {
    kind: 'table',
    caption: `What you said, and what ${judge} said of the same answers`,
    header: [
      { text: `you \\ ${judge}`, align: 'left' },
      ...said.map(({ mark }) => ({ text: mark, align: 'right' as const })),
    ],
    rows: said.map((person) => ({
      cells: [
        person.mark,
        ...said.map((other) =>
          String(pairs.filter(([a, b]) => a === person.value && b === other.value).length),
        ),
      ],
    })),
  };
}

function correctionBlocks(
  { plan }: Snapshot,
  { marks }: Rubric,
  { judge }: Figures,
  { counts, sensitivity, specificity, tooLittle, rows }: Correction,
): readonly Block[] {
  const label = listAnd(
    marks.filter(({ value: own }) => counts.includes(own)).map(({ mark }) => `“${mark}”`),
  );
  const found = `Where you said ${label}, ${judge} did in ${sensitivity.yes} of ${sensitivity.of}; where you did not, it did not in ${specificity.yes} of ${specificity.of}.`;
  if (tooLittle) {
    const why =
      sensitivity.of === 0 || specificity.of === 0
        ? 'Both have to be seen before a share can be corrected.'
        : 'That is too near to chance for a share to be corrected.';
    return [{ kind: 'text', text: `${found} ${why}` }];
  }
  return [
    {
      kind: 'text',
      text: `${found} Without errors of that kind the shares would be about these, if the judge errs alike everywhere and you never do.`,
    },
    {
      kind: 'table',
      caption: `Share of ${label}, corrected after Rogan and Gladen`,
      header: [
        { text: 'subject · condition', align: 'left' },
        { text: `${judge} said`, align: 'right' },
        { text: 'corrected', align: 'right' },
      ],
      rows: rows.map(({ subject, condition, judged, corrected }) => ({
        colour: colourOfSubject(plan, subject),
        cells: [
          rowName(plan, { subjectId: subject, condition }),
          shareCell(judged.estimate, judged.interval),
          shareCell(corrected.estimate, corrected.interval),
        ],
      })),
    },
  ];
}

function shareCell(share: number, around: Interval): string {
  return `${value(share, SHARE)} [${interval(around, SHARE)}]`;
}
