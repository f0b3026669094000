import type { Picture } from '../charts/picture.ts';
import type { Comparison, MeasureResult } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';
import type { Probe } from '../domain/probe.ts';
import { distributionPicture } from './pictures/distribution.ts';
import { estimatesPicture } from './pictures/estimates.ts';
import { hasLadder, ladderPicture } from './pictures/ladder.ts';
import { linesPicture } from './pictures/lines.ts';
import { isStepped } from './stepped.ts';

/** The picture that the probe asks for; none where nothing could be estimated. */
export function pictureOf(plan: Plan, { measures }: Comparison): Picture | undefined {
  const shown = measures.filter(hasFigures);
  const fitting = shown.find((measure) => fits(plan, measure, plan.probe.picture));
  const measure = fitting ?? shown.find((one) => !isStepped(one)) ?? shown[0];
  if (!measure) return undefined;
  if (measure.categories) return distributionPicture(plan, measure);
  if (isStepped(measure)) return linesPicture(plan, measure);
  return plan.probe.picture === 'ladder' && hasLadder(plan, measure)
    ? ladderPicture(plan, measure)
    : estimatesPicture(plan, measure);
}

function hasFigures({ rows }: MeasureResult): boolean {
  return rows.some(({ estimate, shares }) => estimate !== undefined || shares !== undefined);
}

function fits(plan: Plan, measure: MeasureResult, picture: Probe['picture']): boolean {
  switch (picture) {
    case 'lines':
      return isStepped(measure);
    case 'distribution':
      return measure.categories !== undefined;
    case 'ladder':
      return hasLadder(plan, measure);
    case 'estimates':
      return !isStepped(measure) && measure.categories === undefined;
  }
}
