import type { Snapshot } from '../domain/run.ts';
import { type Data, type FigurePoints, isFigured } from '../measures/data.ts';
import { pointsOf } from '../measures/points.ts';
import { judgedTrials } from './trials.ts';

/** The finished trials of a run, with the points of each figure found once. */
export function dataOf(snapshot: Snapshot, partial: boolean): Data {
  const { plan } = snapshot;
  const trials = judgedTrials(snapshot);
  const found = new Map<string, FigurePoints>();
  const figure = (id: string): FigurePoints => {
    const before = found.get(id);
    if (before) return before;
    // That the measures which a probe names are there was checked when it was loaded.
    const measure = plan.probe.measures.find((one) => one.id === id);
    if (!measure || !isFigured(measure)) throw new Error(`there is no figure called ${id}`);
    const own = { measure, points: pointsOf(trials, measure) };
    found.set(id, own);
    return own;
  };
  return { plan, trials, partial, figure };
}
