export interface Person {
  /** Unique over all platforms, such as `slack:T1:U1`. */
  readonly id: string;
  readonly name: string;
}
