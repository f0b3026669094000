/** What the server and the page's script say to each other. All markup is made by `render/`. */

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

/** What came of a command that was typed or clicked. */
export interface Answer {
  /** A message for this person alone. */
  readonly told?: string | undefined;
  /** It says what was wrong. */
  readonly wrong: boolean;
  /** The thread that its messages went to: the message that it hangs on, and where it opens. */
  readonly thread?: { readonly root: string; readonly address: string } | undefined;
  /** The message that it posted to the channel. */
  readonly posted?: string | undefined;
}

/** What can stand at the caret: a choice's value takes the place of `text.slice(from, to)`. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    /** What follows begins with the next word. */
    readonly space: boolean;
  }[];
}
