import type { Figure, Relabel } from './chart-kind.ts';
import type { Picture } from './picture.ts';
import { CHARTS, type ChartKinds, kindOf } from './registry.ts';

/** All the numbers of a picture, each with its name. The texts are as they came. */
export const figuresOf = (picture: Picture, kinds: ChartKinds = CHARTS): readonly Figure[] =>
  kindOf(picture, kinds).figures(picture);

/** In words, what a picture shows: its own words, which are as they came, or else its figures. */
export function altOf(picture: Picture, kinds: ChartKinds = CHARTS): string {
  if (picture.alt.trim() !== '') return picture.alt;
  const kind = kindOf(picture, kinds);
  const tidied = kind.tidy(picture);
  const figures = kind.figures(tidied).map(({ name, figure }) => `${name}: ${figure}`);
  return [tidied.title, figures.join('; ')].filter((part) => part !== '').join('. ');
}

/** The same picture with other labels, where those stand for a subject. */
export const relabelled = (picture: Picture, as: Relabel, kinds: ChartKinds = CHARTS): Picture =>
  kindOf(picture, kinds).relabel(picture, as);

/** True where a drawing shows all that the picture has, with labels of at most `letters` code units. */
export function isDrawnWhole(
  picture: Picture,
  letters: number,
  kinds: ChartKinds = CHARTS,
): boolean {
  const kind = kindOf(picture, kinds);
  return (
    kind.isDrawnWhole(picture) && kind.labels(picture).every((label) => label.length <= letters)
  );
}
