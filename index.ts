/** The public entry: the core for programs that embed it, and what a team's own scorers and commands are declared with. */
import { type BotOptions, openBot } from './bots/open.ts';
import { createLog } from './core/app/log.ts';
import type { AppOptions, OpenApp } from './core/app/open.ts';
import { readEnvironment } from './core/config/env.ts';

export { z } from 'zod';
export type { App, AppCommand, CommandContext } from './core/app/app.ts';
export { defineCommand } from './core/app/define-command.ts';
export type { CommandReply, Option, Options } from './core/command-line/declare.ts';
export type { Score } from './core/domain/judgement.ts';
export type { Persona, Probe } from './core/domain/probe.ts';
export type { Snapshot } from './core/domain/run.ts';
export { UserError } from './core/domain/user-error.ts';
export { defineMeasure } from './core/measures/define-measure.ts';
export { figureFields, trialFields } from './core/measures/fields.ts';
export type { MeasureKind } from './core/measures/measure-kind.ts';
export { groupReferences, reference } from './core/measures/references.ts';
export { defineProbe } from './core/probes/define-probe.ts';
export type { ProbeInput } from './core/probes/schema.ts';
export { defineScorer, type ScoreInput, type Scorer } from './core/scoring/scorer.ts';
export type { AppOptions, BotOptions, OpenApp };

/**
 * Opens what commands may use, without any platform: probes, personas, models, runs and their store. Left out,
 * options are as the program itself has them: this process's environment, what ships, and a log of errors.
 * Each part is opened, and each file read, when it is first asked for; `ready` does all of it.
 * @throws UserError where the configuration is wrong.
 */
export async function createApp(options: Partial<BotOptions> = {}): Promise<OpenApp> {
  const { env = process.env } = options;
  const log = options.log ?? createLog(readEnvironment({ LOG_LEVEL: 'error', ...env }).logLevel);
  return openBot({ ...options, env, log });
}
