import type { Variable } from '../core/config/env.ts';
import type { Person } from '../core/domain/person.ts';
import type { UserError } from '../core/domain/user-error.ts';
import type { Store } from '../core/store/store.ts';
import type { Message } from '../core/views/view.ts';
import type { Dispatcher } from './dispatcher.ts';

/** Names a posted message for its platform; plain JSON, since it is stored to outlive a restart. */
export type MessageRef = Readonly<Record<string, string>>;

export interface Place {
  /** The platform's own id of the channel. */
  readonly channel: string;
  /** The message whose thread it goes to. A platform opens the thread where there is none yet. */
  readonly thread?: MessageRef | undefined;
}

/** Shows messages to people. It renders and sends; it computes nothing and asks no model. */
export interface Platform {
  /** Unique, and the same after a restart: `slack:T0123`, `discord:4711`, `local`. */
  readonly id: string;
  /** The least milliseconds between two edits over all live messages of this platform. */
  readonly editEveryMs: number;
  /** Messages stay where they were posted, and are found again after a restart. A terminal prints and forgets. */
  readonly keepsMessages: boolean;
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

/** A person's act on a platform: a command typed, a button clicked, a form sent. */
export interface Invocation {
  /** The platform's id of the delivery: the same id is never acted on twice. Absent: it cannot come again. */
  readonly id?: string | undefined;
  readonly request: /** A line as typed, without the slash command's name. */
    | { readonly line: string }
    /** The words of a line, as a shell has split them. */
    | { readonly words: readonly string[] }
    /** A command with its options' raw values. */
    | {
        readonly command: string;
        readonly values: Readonly<Record<string, string | number | boolean>>;
      };
  readonly who: Person;
  /** The platform's own id of the channel. */
  readonly channel: string;
  /** The thread in which it was asked: what it posts to the channel goes into that thread. */
  readonly thread?: MessageRef | undefined;
  /**
   * Shows a message only to the person who acted. Called at most once for each invocation.
   * @param error what the message says was wrong, where it says so.
   */
  replyPrivately(message: Message, error?: UserError): Promise<void>;
  /** Called with a run that is about to be shown. What draws it may be loaded only then, and the run goes on. */
  readonly onRun?: ((runId: string) => void) | undefined;
}

/** The most that a platform takes of one thing, and where that number comes from. */
export interface Limit {
  readonly max: number;
  readonly source: string;
}

/** A started platform. */
export interface Bot {
  readonly platform: Platform;
  /** One line for the start-up banner: how it is reached. */
  readonly banner: string;
  /** A channel of its own, in which nobody was before: whoever opens it first is welcomed there. */
  readonly welcomeChannel?: string | undefined;
  stop(): Promise<void>;
}

/** All that a platform is started with. */
export interface StartContext {
  readonly dispatcher: Dispatcher;
  readonly store: Store;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * A platform as its folder declares it: `bots/<folder>/start.ts` exports one, called `declaration`.
 * That file is read at every start, so that it imports the platform's libraries only in `start`.
 */
export interface PlatformDeclaration {
  /** For people, at the beginning of a sentence. */
  readonly name: string;
  /** The environment variables that it reads. */
  readonly variables: readonly Variable[];
  /** Undefined where it is not configured. @throws UserError where it is, and does not start. */
  readonly start: (context: StartContext) => Promise<Bot | undefined>;
}
