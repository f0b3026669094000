import type { Message } from '../views/view.ts';

interface OptionBase {
  /** One line, at most 100 characters: Discord's and Slack's hint, and the help. */
  readonly about: string;
  readonly required?: boolean;
  /** Takes the words that stand without a flag. A text that is positional takes all of them. */
  readonly positional?: boolean;
}

/** An option, declared once: every platform's form of it comes from here. */
export type Option =
  | (OptionBase & { readonly kind: 'text'; readonly maxLength?: number })
  | (OptionBase & { readonly kind: 'integer'; readonly min: number; readonly max: number })
  | (OptionBase & { readonly kind: 'number'; readonly min: number; readonly max: number })
  | (OptionBase & { readonly kind: 'flag' })
  | (OptionBase & { readonly kind: 'choice'; readonly choices: readonly string[] })
  /** Comma-separated names from the configuration or from a folder, completed as one types. */
  | (OptionBase & { readonly kind: 'models' | 'personas' })
  /** One name, or one run's id. */
  | (OptionBase & { readonly kind: 'model' | 'probe' | 'run' | 'command' });

export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends { kind: 'integer' | 'number' }
  ? number
  : O extends { kind: 'flag' }
    ? boolean
    : O extends { kind: 'models' | 'personas' }
      ? readonly string[]
      : O extends { kind: 'choice'; choices: readonly (infer C)[] }
        ? C
        : string;

/** The values that a command's `run` receives: required options are there, the others may be absent. */
export type Values<O extends Options> = {
  readonly [K in keyof O as O[K] extends { required: true } ? K : never]: ValueOf<O[K]>;
} & {
  readonly [K in keyof O as O[K] extends { required: true } ? never : K]?:
    | ValueOf<O[K]>
    | undefined;
};

export type CommandReply =
  /** Only to who asked. `data` is the same content for scripts (`--json`). */
  | {
      readonly to: 'asker';
      readonly message: Message;
      readonly data?: unknown;
      /** The run that changed by it: the message that shows it is drawn anew. */
      readonly touches?: string;
    }
  /** Into the thread of the message that shows this run. */
  | {
      readonly to: 'thread';
      readonly run: string;
      readonly messages: readonly Message[];
      readonly data?: unknown;
    }
  /** A message in the channel that shows this run and is kept up to date until the run ends. */
  | {
      readonly to: 'live';
      readonly run: string;
      /** The message that shows the run already goes on; a new one is posted only where there is none. */
      readonly inPlace?: boolean;
    };

/** A command, declared once: parsing, completion, help and every platform's form of it come from here. */
export interface Command<Context = unknown, O extends Options = Options> {
  readonly name: string;
  /** One line, at most 100 characters. */
  readonly about: string;
  readonly options: O;
  /** Names files of the machine: it is neither offered nor done anywhere but in the terminal. */
  readonly terminal?: boolean;
  /** Command lines without the slash command's name; the first is the one that help shows. */
  readonly examples: readonly [string, ...string[]];
  /** @param context all that the command reaches. @throws UserError for anything that the person can mend. */
  run(values: Values<O>, context: Context): Promise<CommandReply>;
}
