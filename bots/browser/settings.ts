import type { Variable } from '../../core/config/env.ts';

/** The environment variables that the local channel reads, beside those that stand in for the configuration's own. */
export const VARIABLES = [
  {
    name: 'DRAMATIS_NAME',
    about: 'your name in the local channel',
    otherwise: 'the name of your account',
  },
] as const satisfies readonly Variable[];

export interface BrowserSettings {
  /** 0: any free one. */
  readonly port: number;
  /** Tries the ports after it where it is in use. */
  readonly orNext?: boolean | undefined;
  /** The name of whoever sits at this machine; absent: that of the account. */
  readonly name?: string | undefined;
}

/** Reads the settings; undefined where the configuration turns the local channel off. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  { enabled, port }: { readonly enabled: boolean; readonly port: number },
): BrowserSettings | undefined {
  return enabled ? { port, name: env.DRAMATIS_NAME } : undefined;
}
