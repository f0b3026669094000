import { type AppOptions, type OpenApp, openApp } from '../core/app/open.ts';
import type { Cast } from '../core/app/reach-models.ts';
import { findCommands } from './commands.ts';
import { FOLDERS } from './folders.ts';

export type BotOptions = Omit<AppOptions, 'folders' | 'commands' | 'startCast'> &
  Partial<Pick<AppOptions, 'folders' | 'commands'>> & {
    /** Words a second at which the simulated cast speaks; 0: at once. */
    readonly castPace?: number | undefined;
  };

/** The app with what is in this repository: its probes, its commands and its cast. @throws UserError */
export async function openBot({ castPace: pace, ...options }: BotOptions): Promise<OpenApp> {
  return openApp({
    folders: { probes: [FOLDERS.probes], personas: [FOLDERS.personas] },
    commands: options.commands ?? (await (await findCommands(options.env)).load()),
    startCast: (): Promise<Cast> => startCast(pace),
    ...options,
  });
}

async function startCast(pace: number | undefined): Promise<Cast> {
  const cast = await import('../cast/server.ts');
  return cast.startCast(pace === undefined ? {} : { pace });
}
