import type { ProbeInput } from '../probes/schema.ts';
import { digits, plural } from '../text/plural.ts';
import { stripBlock } from '../text/sanitise.ts';
import { BOUNDS } from './limits.ts';
import { slugOf, uniqueNames } from './naming.ts';

/** One question under one condition. Equal ones under several conditions are one item, so that they pair. */
export interface Asked {
  /** A text that the item is called after. */
  readonly name: string;
  readonly condition: string;
  readonly ask: string;
  /** Exchanges that stand before it as they are. */
  readonly given?: readonly { readonly user: string; readonly assistant: string }[] | undefined;
  readonly group?: string | undefined;
  /** Values of its slots. */
  readonly values?: Record<string, string> | undefined;
  /** Keeps equal questions apart that are not the same item, such as those with other expectations. */
  readonly apart?: string | undefined;
}

type ItemDraft = Pick<
  ProbeInput['items'][number],
  'id' | 'ask' | 'script' | 'group' | 'only' | 'values'
>;

export interface ItemSet {
  /** The item's id; undefined where it is left out. */
  readonly add: (asked: Asked) => string | undefined;
  /** The items; those that were left out are told of once. */
  readonly items: () => ItemDraft[];
}

/** Gathers the items of a probe within the bounds. */
export function itemSet(conditions: readonly string[], warn: (sentence: string) => void): ItemSet {
  const unique = uniqueNames();
  const known = new Map<string, { readonly item: ItemDraft; readonly under: Set<string> }>();
  let left = 0;
  return {
    add: (asked) => {
      const ask = stripBlock(asked.ask);
      const given = asked.given?.map(({ user, assistant }) => ({
        user: stripBlock(user),
        assistant: stripBlock(assistant),
      }));
      const empty = given?.some(({ user, assistant }) => user === '' || assistant === '');
      if (ask === '' || empty) {
        warn('A question without words was left out.');
        return undefined;
      }
      if (ask.length > BOUNDS.text) {
        warn(`A question longer than ${digits(BOUNDS.text)} characters was left out.`);
        return undefined;
      }
      const key = JSON.stringify([ask, given ?? [], asked.values ?? {}, asked.apart ?? '']);
      const same = known.get(key);
      if (same) {
        same.under.add(asked.condition);
        return same.item.id;
      }
      if (known.size >= BOUNDS.items) {
        left += 1;
        return undefined;
      }
      const id = unique(slugOf(asked.name, 'item', 40));
      const item: ItemDraft = {
        id,
        ...(given && given.length > 0
          ? { script: [...given.map((exchange) => ({ given: exchange })), { ask, id: 'answer' }] }
          : { ask }),
        ...(asked.group === undefined ? {} : { group: asked.group }),
        ...(asked.values === undefined ? {} : { values: asked.values }),
      };
      known.set(key, { item, under: new Set([asked.condition]) });
      return id;
    },
    items: () => {
      if (left > 0) {
        warn(
          `Left out: ${plural(left, 'item')} after the first ${BOUNDS.items}, the most that is taken from a file.`,
        );
      }
      return [...known.values()].map(({ item, under }) =>
        under.size === conditions.length ? item : { ...item, only: [...under] },
      );
    },
  };
}
