import type { Person } from '../core/domain/person.ts';
import type { Message } from '../core/views/view.ts';

/** Names a posted message for its platform; plain JSON, since it is stored to outlive a restart. */
export type MessageRef = Readonly<Record<string, string>>;

export interface Place {
  /** The platform's own id of the channel. */
  readonly channel: string;
  /** The message whose thread it goes to. A port opens the thread where there is none yet. */
  readonly thread?: MessageRef | undefined;
}

/** What an platform offers to the dispatcher. It renders and sends; it computes nothing and asks no model. */
export interface Platform {
  /** Unique, and the same after a restart: `slack:T0123`, `discord:4711`, `local`. */
  readonly id: string;
  /** The least milliseconds between two edits over all live messages of this platform. */
  readonly editEveryMs: number;
  /** @throws RateLimited where the platform said to wait. */
  post(place: Place, message: Message): Promise<MessageRef>;
  /** @throws RateLimited as `post` does. */
  edit(ref: MessageRef, message: Message): Promise<void>;
}

/** The platform said to wait: nothing else may be sent to it before. */
export class RateLimited extends Error {
  override readonly name = 'RateLimited';
  readonly retryAfterMs: number;
  constructor(retryAfterMs: number, options?: ErrorOptions) {
    super(`rate limited for ${retryAfterMs} ms`, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Something that a person did on a platform: typed a command, clicked a button, sent a form. */
export interface Invocation {
  /** The platform's id of the delivery: the same id is never acted on twice. */
  readonly id: string;
  /** Either a line as typed (without the slash command's name), or a command with its options' raw values. */
  readonly request:
    | { readonly line: string }
    | {
        readonly command: string;
        readonly values: Readonly<Record<string, string | number | boolean>>;
      };
  readonly who: Person;
  /** The platform's own id of the channel. */
  readonly channel: string;
  /** Where it was asked inside a thread: what it posts to the channel goes into that thread. */
  readonly thread?: MessageRef | undefined;
  /** Shows a message only to the person who acted. Called at most once for each invocation. */
  replyPrivately(message: Message): Promise<void>;
}

/** A started platform. */
export interface Bot {
  /** One line for the start-up banner: where it is reached. */
  readonly says: string;
  stop(): Promise<void>;
}
