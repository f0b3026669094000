import { createHash } from 'node:crypto';
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { isBlank } from '../../../core/text/characters.ts';
import type { Action } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { plainLabel } from './escape.ts';

const STYLES = {
  primary: ButtonStyle.Primary,
  plain: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const satisfies Readonly<Record<Action['style'], ButtonStyle>>;

/** A line that fits is the id itself, and so outlives a restart; of a longer one the id is only a name. */
const LINE = 'line';
const NAME = 'name';

/** Pure: the same action always gets the same id. `place` keeps the ids of one message apart. */
export function customId(line: string, place: number): string {
  const id = `${LINE}${place}:${line}`;
  return id.length <= LIMITS.customId.max && line.isWellFormed()
    ? id
    : `${NAME}${place}:${name(line)}`;
}

const name = (line: string) => createHash('sha256').update(line).digest('base64url').slice(0, 32);

/** The row of buttons under a message, or nothing where it has none. */
export function buttonRows(
  actions: readonly Action[],
): readonly APIActionRowComponent<APIButtonComponentWithCustomId>[] {
  if (actions.length === 0) return [];
  const components = actions.slice(0, LIMITS.buttonsInRow.max).map((action, place) => ({
    type: ComponentType.Button as const,
    style: STYLES[action.style],
    label: isBlank(action.label) ? '…' : plainLabel(action.label, LIMITS.buttonLabel.max),
    custom_id: customId(action.line, place),
  }));
  return [{ type: ComponentType.ActionRow, components }];
}

/** Remembers the lines that are too long for a button. */
export interface LongLines {
  remember(actions: readonly Action[]): void;
  /** The line that a click on a button means, or nothing where it was forgotten. */
  lineOf(customId: string): string | undefined;
}

/** Keeps the `most` latest lines. They are lost with the process, unlike those that fit. */
export function longLines(most = 1000): LongLines {
  const kept = new Map<string, string>();
  return {
    remember(actions) {
      actions.forEach(({ line }, place) => {
        if (customId(line, place).startsWith(LINE)) return;
        const key = name(line);
        kept.delete(key);
        kept.set(key, line);
        const [oldest] = kept.keys();
        if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      });
    },
    lineOf(id) {
      const [, kind, rest = ''] = /^(line|name)\d:(.*)$/s.exec(id) ?? [];
      if (kind === LINE) return rest;
      return kind === NAME ? kept.get(rest) : undefined;
    },
  };
}
