import type { PictureOption } from '../measure-kind.ts';
import { isStepped } from '../stepped.ts';
import { estimatesPicture } from './estimates.ts';
import { hasLadder, ladderPicture } from './ladder.ts';
import { linesPicture } from './lines.ts';

/** Of a kind whose rows have an estimate each. */
export const estimatePictures: readonly PictureOption[] = [
  {
    chart: 'estimates',
    fits: (_, measure) => !isStepped(measure),
    picture: estimatesPicture,
  },
  { chart: 'lines', fits: (_, measure) => isStepped(measure), picture: linesPicture },
  { chart: 'ladder', fits: hasLadder, picture: ladderPicture },
];
