/** The messages between the server and the page's script. All markup is made by `render/`. */

/** A message that was posted or edited: the data of a server-sent event. */
export interface Pushed {
  readonly id: string;
  /** The message in whose thread it stands. */
  readonly root?: string | undefined;
  readonly html: string;
  /** The entry in the list of runs, where it shows one. */
  readonly rail?: string | undefined;
  readonly state: string;
  readonly title: string;
}

/** The outcome of a command that was typed or clicked. */
export interface Answer {
  /** A message for this person alone. */
  readonly reply?: string | undefined;
  /** It could not be done, and the reply says why. */
  readonly failed: boolean;
  /** The thread that its messages went to: the message that it hangs on, and where it opens. */
  readonly thread?: { readonly root: string; readonly address: string } | undefined;
  /** The message that it posted to the channel. */
  readonly posted?: string | undefined;
}

/** The choices that fit at the caret: a choice's value takes the place of `text.slice(from, to)`. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    /** A space follows it, since the next word begins. */
    readonly space: boolean;
  }[];
}
