/** One figure that a probe asks for. The kinds in core/measures add fields of their own. */
export interface Measure {
  readonly id: string;
  readonly label: string;
  /** The name of a kind's folder. */
  readonly kind: string;
}
