import type { Snapshot } from '../domain/run.ts';
import type { PlannedTrial, StepReply, Trial } from '../domain/trial.ts';
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

function cell(snapshot: Snapshot, planned: PlannedTrial, trial: Trial | undefined): Cell {
  if (trial) return finishedCell(planned, trial);
  const text = snapshot.partial[planned.trialId];
  if (text !== undefined) return { state: 'writing', text };
  if (snapshot.state === 'running' || snapshot.state === 'waiting') {
    return { state: 'waiting', text: '' };
  }
  return { state: 'not asked', text: 'the run was stopped' };
}

function finishedCell(planned: PlannedTrial, trial: Trial): Cell {
  const last: StepReply | undefined = trial.replies.at(-1);
  const said = last ? saidText(planned, last.step, last.text) : '';
  if (trial.outcome === 'failed') {
    return { state: 'failed', text: last?.reason ?? 'no reason given' };
  }
  return { state: trial.outcome, text: said };
}
