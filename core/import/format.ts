import type { z } from 'zod';
import type { personaSchema, probeSchema } from '../probes/schema.ts';

/** A file in another project's format. */
export interface Foreign {
  /** Its name as it is shown, with or without a folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The text of a file beside it that it refers to; undefined where there is none to be had. */
  readonly beside?: ((path: string) => string | undefined) | undefined;
}

/** Content of a file once it is text no more: a tree, or the rows of a table under its header. */
export type Content =
  | { readonly form: 'tree'; readonly value: unknown }
  | { readonly form: 'table'; readonly value: readonly Readonly<Record<string, string>>[] };

export interface Source {
  readonly file: string;
  /** The file's name without folder and ending. */
  readonly title: string;
  readonly beside: (path: string) => string | undefined;
  /** Notes something that the format has and a probe has not. Equal notes are counted. */
  readonly warn: (sentence: string) => void;
}

export type Draft =
  | {
      readonly kind: 'probe';
      readonly probe: Omit<z.input<typeof probeSchema>, 'name' | 'version'>;
    }
  | { readonly kind: 'persona'; readonly persona: Omit<z.input<typeof personaSchema>, 'name'> };
export type ProbeDraft = Extract<Draft, { kind: 'probe' }>['probe'];

/** A format is one subfolder of this folder, whose `format.ts` exports it as `format`. */
export interface Format {
  /** The subfolder's own name. */
  readonly name: string;
  readonly about: string;
  /** A clause: the parts of a probe or persona that its parts become, for the docs. */
  readonly becomes?: string;
  /** How much else looks like it: a file is held against formats of 0 first, and against the highest last. */
  readonly general: number;
  /** True of a content that is plainly of this format, by what it holds, never by the file's name. */
  readonly recognises: (content: Content) => boolean;
  /** @throws UserError where it is not of this format after all. */
  readonly read: (content: Content, source: Source) => Draft;
}
