/** The numbers that a picture stands on. */
export interface Axis {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** How a value is printed: 0.42 as 42 %, or 3.1 as it is. */
  readonly format: 'percent' | 'number';
}
