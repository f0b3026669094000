import type { Condition, Item, Probe } from '../domain/probe.ts';

/** Each item with each condition under which it is asked, condition by condition. */
export function cellsOf({ conditions, items }: Pick<Probe, 'conditions' | 'items'>): readonly {
  readonly condition: Condition;
  readonly item: Item;
}[] {
  return conditions.flatMap((condition) =>
    items
      .filter(({ only }) => !only || only.includes(condition.id))
      .map((item) => ({ condition, item })),
  );
}
