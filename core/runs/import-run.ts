import type { z } from 'zod';
import type { Judgement } from '../domain/judgement.ts';
import type { Plan } from '../domain/plan.ts';
import type { RunPhase, WholeRun } from '../domain/run.ts';
import type { Trial } from '../domain/trial.ts';
import { UserError } from '../domain/user-error.ts';
import { explainAll } from '../yaml/explain.ts';
import { EXPORT } from './export-run.ts';
import { finishedTrial, judgement, plannedTrial, runLine, runObject } from './export-schemas.ts';
import { phaseOf, startOf } from './phase.ts';
import {
  judgementFrom,
  planFrom,
  type RecordedPlan,
  type RecordedPlannedTrial,
  trialFrom,
} from './recorded-run.ts';
import { settledOf } from './stored-run.ts';

/** More lines than a run of a million trials does not have. */
const MOST_LINES = 1_000_000;

/**
 * A run from what `exportRun` or `exportLines` wrote. Nothing that it holds is trusted: each part is
 * checked, and that the parts fit each other. @throws UserError with the line that is wrong.
 */
export function importRun(text: string): WholeRun {
  const [first = '', ...rest] = linesOf(text);
  const whole = asJson(rest.length === 0 ? first : text);
  return whole === undefined ? fromLines(first, rest) : fromObject(whole);
}

type Parts = RunPhase & Pick<WholeRun, 'usd' | 'plan' | 'trials' | 'judgements'>;

function fromObject(value: unknown): WholeRun {
  checkFormat(value);
  const { plan, trials, judgements, ...head } = parsed(runObject, value, 'The file');
  return snapshotOf({
    ...head,
    plan: planFrom(plan),
    trials: trials.map(trialFrom),
    judgements: judgements.map(judgementFrom),
  });
}

function fromLines(first: string, rest: readonly string[]): WholeRun {
  const head = asJson(first);
  checkFormat(head);
  const { plan, ...run } = parsed(runLine, head, 'Line 1');
  const planned: RecordedPlannedTrial[] = [];
  const trials: Trial[] = [];
  const judgements: Judgement[] = [];
  rest.forEach((line, index) => {
    const where = `Line ${index + 2}`;
    const { type, ...about } = objectOf(asJson(line), where);
    if (type === 'trial') {
      const { outcome, replies, usd, startedAt, finishedAt, cached, ...plan } = about;
      planned.push(parsed(plannedTrial, plan, where));
      if (outcome === undefined) return;
      const { id } = plan;
      const finished = { id, outcome, replies, usd, startedAt, finishedAt, cached };
      trials.push(trialFrom(parsed(finishedTrial, finished, where)));
    } else if (type === 'judgement') {
      judgements.push(judgementFrom(parsed(judgement, about, where)));
    } else if (type !== 'comparison') throw notOurs(`${where} is no part of a run`);
  });
  const whole: RecordedPlan = { ...plan, trials: planned };
  return snapshotOf({ ...run, plan: planFrom(whole), trials, judgements });
}

function snapshotOf(parts: Parts): WholeRun {
  const { plan, trials, judgements } = parts;
  checkParts(plan, trials, judgements);
  // Nobody goes on with it here.
  const goesOn = parts.state === 'running' || parts.state === 'waiting';
  return {
    plan,
    ...(goesOn ? { state: 'interrupted' as const, ...startOf(parts) } : phaseOf(parts)),
    trials,
    judgements,
    settled: settledOf(plan, trials, judgements),
    usd: parts.usd,
    partial: {},
    settledBefore: 0,
  };
}

/** That trials are of the plan's subjects, conditions and items, and judgements of its trials and scores. */
function checkParts(
  { probe, subjects, trials: planned }: Plan,
  trials: readonly Trial[],
  judgements: readonly Judgement[],
): void {
  if (planned.length === 0) throw notOurs('it has no trials');
  const ids = idsOf(planned, 'trial');
  idsOf(trials, 'finished trial');
  const who = new Set(subjects.map(({ subjectId }) => subjectId));
  const [under, items, scores] = [probe.conditions, probe.items, probe.scores].map(
    (list) => new Set(list.map(({ id }) => id)),
  );
  for (const { trialId, subjectId, condition, item } of planned) {
    if (who.has(subjectId) && under?.has(condition) && items?.has(item)) continue;
    throw notOurs(`the trial ${trialId} is of no subject, condition or item of its plan`);
  }
  const strange =
    trials.find(({ trialId }) => !ids.has(trialId))?.trialId ??
    judgements.find(({ trialId, score }) => !ids.has(trialId) || !scores?.has(score))?.trialId;
  if (strange !== undefined) throw notOurs(`nothing planned ${strange}, or what it was scored by`);
}

function idsOf(list: readonly { readonly trialId: string }[], what: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { trialId } of list) {
    if (ids.has(trialId)) throw notOurs(`the ${what} ${trialId} is there twice`);
    ids.add(trialId);
  }
  return ids;
}

function checkFormat(value: unknown): void {
  const { kind, format } = objectOf(value, 'The file');
  if (kind !== EXPORT.kind) throw notOurs('it does not begin as one');
  if (format === EXPORT.format) return;
  throw new UserError(
    `The file is of format ${String(format).slice(0, 20)}; format ${EXPORT.format} is read here.`,
    'Export the run again with this version.',
  );
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [first] = explainAll(result.error, { base: [], schema, value });
  throw notOurs(`${where}: ${first.what}`);
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n', MOST_LINES + 1).filter((line) => line.trim() !== '');
  if (lines.length > MOST_LINES) throw notOurs(`it has more than ${MOST_LINES} lines`);
  return lines;
}

function objectOf(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw notOurs(`${where} is no JSON object`);
}

/** Undefined where it is no JSON. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notOurs(why: string): UserError {
  return new UserError(
    `This is no export of a run: ${why}.`,
    'Name a file that `show --as export` or `--json` gave.',
  );
}
