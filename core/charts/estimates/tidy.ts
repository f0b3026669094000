import { sanitisePictureLine } from '../../text/sanitise-picture.ts';
import { finite, MOST, ordered, tidyAxis, tidyTexts } from '../tidy.ts';
import type { EstimatesPicture } from './picture.ts';

export function tidyEstimates(picture: EstimatesPicture): EstimatesPicture {
  const rows = picture.rows.slice(0, MOST.rows).map((row) => ({
    label: sanitisePictureLine(row.label),
    colour: finite(row.colour) ?? 0,
    estimate: finite(row.estimate),
    interval: finite(row.estimate) === undefined ? undefined : ordered(row.interval),
    reference: row.reference === true,
  }));
  const chance = finite(picture.chance);
  const values = rows.flatMap((row) => [row.estimate, ...(row.interval ?? [])]);
  const axis = tidyAxis(picture.axis, [...values, chance]);
  return { ...picture, ...tidyTexts(picture), axis, rows, chance };
}
