import { sanitisePictureLine } from '../../text/sanitise-picture.ts';
import { finite, MOST, ordered, tidyAxis, tidyTexts } from '../tidy.ts';
import type { LadderPicture } from './picture.ts';

export function tidyLadder(picture: LadderPicture): LadderPicture {
  const names = picture.rungs.names.slice(0, MOST.rungs).map(sanitisePictureLine);
  const series = picture.series.slice(0, MOST.lines).map((one) => ({
    label: sanitisePictureLine(one.label),
    colour: finite(one.colour) ?? 0,
    dash: finite(one.dash) ?? 0,
    points: one.points
      .filter((point) => point.rung in names && finite(point.estimate) !== undefined)
      .filter(({ rung }, index, all) => all.findIndex((other) => other.rung === rung) === index)
      .map(({ rung, estimate, interval }) => ({ rung, estimate, interval: ordered(interval) }))
      .toSorted((a, b) => a.rung - b.rung),
  }));
  const reference = tidyReference(picture.reference);
  const values = series.flatMap((one) =>
    one.points.flatMap((point) => [point.estimate, ...(point.interval ?? [])]),
  );
  return {
    ...picture,
    ...tidyTexts(picture),
    axis: tidyAxis(picture.axis, [...values, reference?.estimate]),
    rungs: { label: sanitisePictureLine(picture.rungs.label), names },
    series,
    reference,
  };
}

function tidyReference(reference: LadderPicture['reference']): LadderPicture['reference'] {
  const estimate = finite(reference?.estimate);
  return reference && estimate !== undefined
    ? { label: sanitisePictureLine(reference.label), estimate }
    : undefined;
}
