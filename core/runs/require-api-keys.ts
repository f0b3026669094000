import type { Plan } from '../domain/plan.ts';
import { unique } from '../domain/unique.ts';
import { UserError } from '../domain/user-error.ts';
import type { Models } from '../models/models.ts';
import type { RunSettings } from './settings.ts';

/** A key that is missing is told before the start, once, and not for each call. @throws UserError */
export function requireApiKeys(
  { subjects, judges, estimate, origin }: Plan,
  { models, config }: { readonly models: Models; readonly config: () => RunSettings },
): void {
  const asked = [
    ...(origin.kind === 'rescore' ? [] : subjects.map(({ model }) => model)),
    ...(estimate.judgeCalls > 0 ? judges : []),
  ];
  const lacking = unique(asked).flatMap((id) => {
    const model = config().models.get(id);
    const variable = model && models.missingKey(model);
    return variable === undefined ? [] : [{ id, variable }];
  });
  if (lacking.length === 0) return;
  throw new UserError(
    `No key is set for ${lacking.map(({ id }) => id).join(', ')}.`,
    `Set ${unique(lacking.map(({ variable }) => variable)).join(' and ')} and start again, or ask other models.`,
  );
}
