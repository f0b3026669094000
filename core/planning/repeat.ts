import type { Plan } from '../domain/plan.ts';
import type { Snapshot } from '../domain/run.ts';

type Evidence = NonNullable<Plan['evidence']>;

/**
 * The evidence that a repeat of a run carries on: its e-values, times what it carried itself. With the same
 * seeds a repeat takes the run's place rather than adding to it, and a run that was stopped adds nothing.
 * @param evidenceOf the e-values of a run's contrasts, which its plan makes it count.
 */
export async function carriedEvidence(
  run: Snapshot,
  sameSeed: boolean,
  evidenceOf: (run: Snapshot) => Promise<Evidence>,
): Promise<Evidence | undefined> {
  const { plan, state } = run;
  if (plan.kind === 'ask') return undefined;
  const { evidence = {} } = plan;
  if (sameSeed || state !== 'done') return evidence;
  return { ...evidence, ...(await evidenceOf({ ...run, plan: { ...plan, evidence } })) };
}
