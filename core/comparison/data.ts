import type { Snapshot } from '../domain/run.ts';
import type { Data, FigurePoints } from '../measures/data.ts';
import type { FigureMeasure } from '../measures/fields.ts';
import { pointsOf } from '../measures/points.ts';
import { kindOf, type MeasureKinds } from '../measures/registry.ts';
import { judgedTrials } from './trials.ts';

/** The finished trials of a run, with the points of each figure found once. */
export function dataOf(snapshot: Snapshot, partial: boolean, kinds: MeasureKinds): Data {
  const { plan } = snapshot;
  const trials = judgedTrials(snapshot);
  const found = new Map<string, FigurePoints>();
  const figure = (id: string): FigurePoints => {
    const before = found.get(id);
    if (before) return before;
    const own = pointsIn(id);
    found.set(id, own);
    return own;
  };
  const pointsIn = (id: string): FigurePoints => {
    // That the measures which a probe names are there was checked when it was loaded.
    const named = plan.probe.measures.find((one) => one.id === id);
    const kind = named && kindOf(named, kinds);
    if (!kind?.figure) throw new Error(`there is no figure called ${id}`);
    // The fields of a figure are those that its kind's schema has checked.
    const measure = named as FigureMeasure;
    return { measure, figure: kind.figure, points: pointsOf(trials, measure, kind.figure) };
  };
  return { plan, trials, partial, figure };
}
