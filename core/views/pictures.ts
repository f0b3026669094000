import type { Picture } from '../charts/picture.ts';
import type { Comparison, MeasureResult } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';
import type { PictureOption } from '../measures/measure-kind.ts';
import { kindOf, MEASURES, type MeasureKinds } from '../measures/registry.ts';
import { isStepped } from '../measures/stepped.ts';

/** The picture that the probe asks for; none where nothing could be estimated. */
export function pictureOf(
  plan: Plan,
  { measures }: Comparison,
  kinds: MeasureKinds = MEASURES,
): Picture | undefined {
  const shown = measures.filter(hasFigures);
  const optionsOf = (measure: MeasureResult): readonly PictureOption[] =>
    kindOf(measure, kinds).pictures.filter((option) => option.fits(plan, measure));
  for (const measure of shown) {
    const asked = optionsOf(measure).find(({ chart }) => chart === plan.probe.picture);
    if (asked) return asked.picture(plan, measure);
  }
  const measure = shown.find((one) => !isStepped(one)) ?? shown[0];
  const [option] = measure ? optionsOf(measure) : [];
  return measure && option?.picture(plan, measure);
}

function hasFigures({ rows }: MeasureResult): boolean {
  return rows.some(({ estimate, shares }) => estimate !== undefined || shares !== undefined);
}
