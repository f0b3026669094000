import { sanitisePictureLine } from '../../text/sanitise-picture.ts';
import { finite, MOST, ordered, tidyAxis, tidyTexts } from '../tidy.ts';
import type { LinesPicture } from './picture.ts';

export function tidyLines(picture: LinesPicture): LinesPicture {
  const steps = [...new Set(picture.steps.values.filter(Number.isFinite))].slice(0, MOST.steps);
  const known = new Set(steps);
  const lines = picture.lines.slice(0, MOST.lines).map((line) => ({
    label: sanitisePictureLine(line.label),
    colour: finite(line.colour) ?? 0,
    dash: finite(line.dash) ?? 0,
    points: line.points
      .filter((point) => known.has(point.step) && finite(point.estimate) !== undefined)
      .filter(({ step }, index, all) => all.findIndex((other) => other.step === step) === index)
      .map(({ step, estimate, interval }) => ({ step, estimate, interval: ordered(interval) }))
      .toSorted((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step)),
  }));
  const values = lines.flatMap((line) =>
    line.points.flatMap((point) => [point.estimate, ...(point.interval ?? [])]),
  );
  return {
    ...picture,
    ...tidyTexts(picture),
    axis: tidyAxis(picture.axis, values),
    steps: { label: sanitisePictureLine(picture.steps.label), values: steps },
    lines,
  };
}
