/**
 * Content of a picture, as data. Each kind adds its own; the same numbers always stand beside it as a
 * table. A terminal draws it in characters, a browser as SVG, Slack natively where it can, the rest as a PNG.
 */
export interface Picture {
  /** The name of the kind's folder beside this file. */
  readonly kind: string;
  readonly title: string;
  /** In words, all the numbers that the picture shows: for people and machines that cannot see it. */
  readonly alt: string;
}
