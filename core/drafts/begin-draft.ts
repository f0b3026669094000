import { randomBytes } from 'node:crypto';
import { type AccessRules, type Asker, checkAccess } from '../domain/access.ts';
import type { Model } from '../domain/model.ts';
import { UserError } from '../domain/user-error.ts';
import type { Models } from '../models/models.ts';
import { costOf } from '../runs/cost.ts';
import type { Runs } from '../runs/runs.ts';
import type { Draft } from './draft.ts';
import type { DraftStore } from './draft-store.ts';
import { type Assignment, USUAL, writeTrait } from './write-trait.ts';
import { trait as traitLine, type Written } from './written.ts';

/** The part of the configuration that drafts go by. */
interface DraftSettings {
  readonly defaults: {
    readonly models: readonly string[];
    readonly judge?: string | undefined;
  };
  readonly models: ReadonlyMap<string, Model>;
  readonly providers: ReadonlyMap<string, { readonly simulated: boolean }>;
  readonly access: AccessRules;
}

/** All that the writing of drafts reaches; the app has it. */
export interface Drafting {
  readonly config: () => DraftSettings;
  readonly models: Pick<Models, 'ask'>;
  readonly runs: Pick<Runs, 'spend'>;
  readonly drafts: DraftStore;
  readonly now: () => Date;
}

export interface Wanted {
  readonly trait: string;
  readonly questions: number;
  /** A model's id; absent: the judge, or else the first model that is asked by default. */
  readonly writer?: string | undefined;
}

/** Has a model write a draft of a probe, and keeps it. @throws UserError */
export async function beginDraft(drafting: Drafting, asker: Asker, wanted: Wanted): Promise<Draft> {
  const read = traitLine.safeParse(wanted.trait);
  if (!read.success) {
    throw new UserError(
      'The trait has no letters in it, or too many.',
      'Describe it in a few words, such as: quietly passive-aggressive',
    );
  }
  const trait = read.data;
  const { defaults } = drafting.config();
  const writer = modelFor(drafting, asker, wanted.writer ?? defaults.judge ?? defaults.models[0]);
  const id = newId();
  const draft: Draft = {
    id,
    channel: asker.channel,
    by: asker.who,
    trait,
    writer: writer.id,
    simulated: isSimulated(drafting, writer),
    version: 1,
    written: await write(drafting, asker, {
      model: writer,
      owner: newId(),
      trait,
      questions: wanted.questions,
    }),
    before: [],
    writtenAt: drafting.now().toISOString(),
  };
  await drafting.drafts.save(draft);
  return draft;
}

/** The same trait by the same model, with as many questions, in other words. @throws UserError */
export async function rewriteDraft(
  drafting: Drafting,
  asker: Asker,
  draft: Draft,
): Promise<Written> {
  const { trait, written } = draft;
  const model = modelFor(drafting, asker, draft.writer);
  return write(drafting, asker, {
    model,
    owner: newId(),
    trait,
    questions: written.questions.length,
  });
}

/** Each writing has its own: what one has cost, and how it went, is not that of another. */
function newId(): string {
  return randomBytes(4).toString('hex');
}

function modelFor(drafting: Drafting, asker: Asker, id: string | undefined): Model {
  const model = id === undefined ? undefined : drafting.config().models.get(id);
  if (!model) {
    throw new UserError(
      id === undefined ? 'No model is configured.' : `No model is called “${id}” any more.`,
      'Name one in dramatis.yaml under `models`, or with --writer.',
      { code: id === undefined ? 'configuration' : 'not-found' },
    );
  }
  checkAccess(drafting.config(), asker, { models: [model.id] });
  return model;
}

/** Within the budgets of the person and the channel. */
function write(
  drafting: Drafting,
  { who, channel }: Asker,
  assignment: Assignment,
): Promise<Written> {
  const { model, owner } = assignment;
  const expected = {
    id: owner,
    by: who,
    channel,
    model: model.id,
    simulated: isSimulated(drafting, model),
    usd: costOf(model, USUAL),
  };
  return drafting.runs.spend(expected, (paid) => writeTrait(assignment, drafting.models, paid));
}

function isSimulated(drafting: Drafting, { provider }: Model): boolean {
  return drafting.config().providers.get(provider)?.simulated ?? false;
}
