import { pathToFileURL } from 'node:url';
import { UserError } from '../domain/user-error.ts';
import type { ChartKind } from './chart-kind.ts';
import { chartFiles } from './names.ts';
import type { Picture } from './picture.ts';
import { UNKNOWN } from './unknown.ts';

export type ChartKinds = ReadonlyMap<string, ChartKind<Picture>>;

const FUNCTIONS = [
  ...['tidy', 'draw', 'characters', 'figures', 'series', 'relabel', 'labels', 'isDrawnWhole'],
] as const;

/**
 * The kinds of pictures that a folder has, a folder each, by name.
 * @throws UserError where one does not export a chart of the folder's own name.
 */
export async function loadCharts(folder?: string): Promise<ChartKinds> {
  const files = [...chartFiles(folder)];
  const kinds = await Promise.all(files.map(([name, file]) => loadChart(name, file)));
  return new Map(kinds.map((kind) => [kind.kind, kind]));
}

async function loadChart(name: string, file: string): Promise<ChartKind<Picture>> {
  const { chart }: { chart?: unknown } = await import(pathToFileURL(file).href);
  if (isChart(chart) && chart.kind === name) return chart;
  throw new UserError(
    `${file} does not export a chart called “${name}”.`,
    `Export \`const chart: ChartKind<…> = { kind: '${name}', ${FUNCTIONS.join(', ')} }\`.`,
  );
}

function isChart(value: unknown): value is ChartKind<Picture> {
  if (typeof value !== 'object' || value === null) return false;
  const found = new Map<string, unknown>(Object.entries(value));
  return FUNCTIONS.every((name) => typeof found.get(name) === 'function');
}

/** The kinds that this folder has. */
export const CHARTS: ChartKinds = await loadCharts();

/** The declaration of a picture's kind. A picture of another version's kind shows its words. */
export const kindOf = (picture: Picture, kinds: ChartKinds = CHARTS): ChartKind<Picture> =>
  kinds.get(picture.kind) ?? UNKNOWN;

/**
 * The same picture with harmless texts, and with numbers that can be drawn: finite, intervals from
 * low to high, an axis of some length that holds them all.
 */
export const tidy = (picture: Picture, kinds: ChartKinds = CHARTS): Picture =>
  kindOf(picture, kinds).tidy(picture);
