import { z } from 'zod';
import type { Command } from '../../../core/command-line/declare.ts';
import { NAMES } from './names.ts';

/** The state of each input, by block and action id. */
export type FormValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const chosen = z.object({ value: z.string() });

/** The state of any input of the modal. */
const state = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: chosen.nullish(),
  selected_options: z.array(chosen).nullish(),
});

/** The command that a form was filled in for. */
export function commandOf(values: FormValues): string | undefined {
  const select = state.safeParse(values[NAMES.modalCommand]?.[NAMES.modalCommand]);
  return select.data?.selected_option?.value;
}

/** The filled-in options by name, as the dispatcher takes them; empty ones are left out. */
export function valuesOf(
  values: FormValues,
  command: Command,
): Readonly<Record<string, string | number | boolean>> {
  const filled: Record<string, string | number | boolean> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const id = `${NAMES.option}${command.name}:${name}`;
    const input = state.safeParse(values[id]?.[id]).data;
    if (!input) continue;
    const text = input.value ?? input.selected_option?.value;
    const picked = input.selected_options?.map((one) => one.value) ?? [];
    if (option.kind === 'flag') filled[name] = picked.length > 0;
    else if (picked.length > 0) filled[name] = picked.join(',');
    else if (!text) continue;
    else filled[name] = option.kind === 'integer' || option.kind === 'number' ? Number(text) : text;
  }
  return filled;
}

/** The command and the option that an input is for. */
export function optionOf(actionId: string): { command: string; option: string } | undefined {
  const [, command, option] = /^option:([^:]+):(.+)$/.exec(actionId) ?? [];
  return command && option ? { command, option } : undefined;
}
