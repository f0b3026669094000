import type { Snapshot } from '../domain/run.ts';
import type { FinishedReply, FinishedTrial, PlannedTrial } from '../domain/trial.ts';
import { saidText } from './answer-text.ts';
import type { Cell, Column, ColumnsBlock } from './view.ts';

/** One column a subject, one cell a sample, in the order of the plan's samples. */
export function columnsBlock(snapshot: Snapshot): ColumnsBlock {
  const trials = new Map(snapshot.trials.map((trial) => [trial.trialId, trial]));
  const columns = snapshot.plan.subjects.map((subject): Column => {
    const planned = snapshot.plan.trials
      .filter((trial) => trial.subjectId === subject.subjectId)
      .toSorted((a, b) => a.sample - b.sample);
    return {
      model: subject.modelLabel,
      persona: subject.personaLabel,
      colour: subject.colour,
      cells: planned.map((one) => cell(snapshot, one, trials.get(one.trialId))),
    };
  });
  return { kind: 'columns', columns };
}

function cell(snapshot: Snapshot, planned: PlannedTrial, trial: FinishedTrial | undefined): Cell {
  if (trial) return finishedCell(planned, trial);
  const text = snapshot.partial[planned.trialId];
  if (text !== undefined) return { state: 'writing', text };
  if (snapshot.state === 'running' || snapshot.state === 'waiting') {
    return { state: 'waiting', text: '' };
  }
  return { state: 'not asked', text: 'the run was stopped' };
}

function finishedCell(planned: PlannedTrial, trial: FinishedTrial): Cell {
  const last: FinishedReply | undefined = trial.replies.at(-1);
  if (trial.outcome === 'failed') {
    return { state: 'failed', text: last?.reason ?? 'no reason given' };
  }
  // Of a run with very many answers only the first are at hand here.
  const said = last?.text ?? 'See the full answers.';
  return { state: trial.outcome, text: last ? saidText(planned, last.step, said) : '' };
}
