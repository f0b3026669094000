import type { App } from '../app/app.ts';
import { evidenceOf } from '../comparison/evidence.ts';
import type { Plan } from '../domain/plan.ts';
import type { Snapshot } from '../domain/run.ts';

/**
 * What a repeat of a run carries on: its e-values, times what it carried itself. With the same seeds a
 * repeat takes the run's place rather than adding to it, and a run that was stopped adds nothing.
 */
export async function carriedEvidence(
  { comparison }: Pick<App, 'comparison'>,
  snapshot: Snapshot,
  sameSeed: boolean,
): Promise<Plan['evidence']> {
  const { plan, state } = snapshot;
  if (plan.kind === 'ask') return undefined;
  const { evidence = {} } = plan;
  if (sameSeed || state !== 'done') return evidence;
  const found = await comparison({ ...snapshot, plan: { ...plan, evidence } });
  return { ...evidence, ...evidenceOf(found) };
}
