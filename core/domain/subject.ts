/** Model × persona: one column of a comparison. `id` is `model/persona`. */
export interface Subject {
  readonly subjectId: string;
  readonly model: string;
  readonly modelLabel: string;
  readonly persona: string;
  readonly personaLabel: string;
  /** The persona's frame; absent for the model as it comes. */
  readonly system?: string | undefined;
  /** Its place in the palette, the same through the whole thread. */
  readonly colour: number;
  /** Answered by the embedded cast: labelled so wherever it shows. */
  readonly simulated: boolean;
}
