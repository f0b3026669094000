import { sanitisePictureLine } from '../../text/sanitise-picture.ts';
import { finite, MOST, tidyTexts } from '../tidy.ts';
import type { DistributionPicture } from './picture.ts';

export function tidyDistribution(picture: DistributionPicture): DistributionPicture {
  const categories = picture.categories.slice(0, MOST.categories).map(({ label, colour }) => ({
    label: sanitisePictureLine(label),
    colour: finite(colour) ?? 0,
  }));
  const rows = picture.rows.slice(0, MOST.rows).map((row) => ({
    label: sanitisePictureLine(row.label),
    colour: finite(row.colour) ?? 0,
    shares: whole(categories.map((_, index) => Math.max(0, finite(row.shares[index]) ?? 0))),
    basis: sanitisePictureLine(row.basis),
  }));
  return { ...picture, ...tidyTexts(picture), categories, rows };
}

/** Shares that fill their bar; none where there is nothing to fill it with. */
function whole(shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (!(sum > 1e-9)) return [];
  return Math.abs(sum - 1) < 1e-9 ? shares : shares.map((share) => share / sum);
}
