import { randomBytes } from 'node:crypto';
import type { App } from '../app/app.ts';
import { type Asker, checkAccess } from '../config/access.ts';
import type { Model } from '../domain/model.ts';
import { UserError } from '../domain/user-error.ts';
import { costOf } from '../runs/cost.ts';
import type { Draft } from './draft.ts';
import { type Assignment, USUAL, writeTrait } from './write-trait.ts';
import { trait as traitLine, type Written } from './written.ts';

export interface Wanted {
  readonly trait: string;
  readonly questions: number;
  /** A model's id; absent: the judge, or else the first model that is asked by default. */
  readonly writer?: string | undefined;
}

/** Has a model write a draft of a probe, and keeps it. @throws UserError */
export async function beginDraft(app: App, asker: Asker, wanted: Wanted): Promise<Draft> {
  const read = traitLine.safeParse(wanted.trait);
  if (!read.success) {
    throw new UserError(
      'The trait has no letters in it, or too many.',
      'Describe it in a few words, such as: quietly passive-aggressive',
    );
  }
  const trait = read.data;
  const { defaults } = app.config();
  const writer = modelFor(app, asker, wanted.writer ?? defaults.judge ?? defaults.models[0]);
  const id = newId();
  const draft: Draft = {
    id,
    channel: asker.channel,
    by: asker.who,
    trait,
    writer: writer.id,
    simulated: isSimulated(app, writer),
    version: 1,
    written: await write(app, asker, {
      model: writer,
      owner: newId(),
      trait,
      questions: wanted.questions,
    }),
    before: [],
    writtenAt: app.planner().now().toISOString(),
  };
  await app.drafts.save(draft);
  return draft;
}

/** The same trait by the same model, with as many questions, in other words. @throws UserError */
export async function writtenAnew(app: App, asker: Asker, draft: Draft): Promise<Written> {
  const { trait, written } = draft;
  const model = modelFor(app, asker, draft.writer);
  return write(app, asker, { model, owner: newId(), trait, questions: written.questions.length });
}

/** Each writing has its own: what one has cost, and how it went, is not that of another. */
function newId(): string {
  return randomBytes(4).toString('hex');
}

function modelFor(app: App, asker: Asker, id: string | undefined): Model {
  const model = id === undefined ? undefined : app.config().models.get(id);
  if (!model) {
    throw new UserError(
      id === undefined ? 'No model is configured.' : `No model is called “${id}” any more.`,
      'Name one in dramatis.yaml under `models`, or with --writer.',
    );
  }
  checkAccess(app.config(), asker, { models: [model.id] });
  return model;
}

/** Within the budgets of the person and the channel. */
function write(app: App, { who, channel }: Asker, assignment: Assignment): Promise<Written> {
  const { model, owner } = assignment;
  const expected = {
    id: owner,
    by: who,
    channel,
    model: model.id,
    simulated: isSimulated(app, model),
    usd: costOf(model, USUAL),
  };
  return app.runs.spend(expected, (paid) => writeTrait(assignment, app.models, paid));
}

function isSimulated(app: App, { provider }: Model): boolean {
  return app.config().providers.get(provider)?.simulated ?? false;
}
