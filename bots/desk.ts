import type { Lab } from '../core/lab.ts';
import type { Invocation, Port } from './port.ts';

/** One thing that an option can be completed to: what is shown, and what is sent. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** What every adapter hands its invocations to. It parses, checks who may, runs, posts and keeps live messages current. */
export interface Desk {
  readonly lab: Lab;
  /** Resolves when the answer was posted (a run may go on). Never rejects. */
  handle(port: Port, invocation: Invocation): Promise<void>;
  /** At most 25 completions of what was typed for one option of a command; `[]` where none fits. */
  complete(command: string, option: string, typed: string): Promise<readonly Choice[]>;
  /** Goes on with the runs that a process before this one showed on this port, in the same messages. */
  adopt(port: Port): Promise<void>;
  /** Ends all live messages with a last edit. */
  stop(): Promise<void>;
}
