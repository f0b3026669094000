import { textOf, utter } from '../cast/cast.ts';
import type { Says } from '../fixtures/app.ts';

/** The cast's own answers, without its server. */
export const castSays: Says = ({ model, messages, seed = 0, parameters }) =>
  textOf(
    utter(model.name, messages, seed, {
      sampling: { temperature: parameters?.temperature ?? 1, topP: 1 },
    }),
  );
