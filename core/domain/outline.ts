import type { FinishedReply, FinishedTrial, ReplyOutline, Trial, TrialOutline } from './trial.ts';

/** A trial without its words: all that counts, figures and lists need of it. */
export function outlineOf(trial: FinishedTrial): TrialOutline {
  if (!isWhole(trial)) return trial;
  const { trialId, outcome, replies, usd, cached } = trial;
  return { trialId, outcome, replies: replies.map(replyOutline), usd, cached };
}

function replyOutline(reply: FinishedReply): ReplyOutline {
  const { step, outcome, reason } = reply;
  return { step, outcome, reason, characters: charactersOf(reply) };
}

/** True of a trial that has its words. */
export function isWhole(trial: FinishedTrial): trial is Trial {
  return 'startedAt' in trial;
}

/** The length of what was said; 0 also where that is nothing but blanks. */
export function charactersOf(reply: FinishedReply): number {
  if (reply.text === undefined) return reply.characters;
  return reply.text.trim() === '' ? 0 : reply.text.length;
}
