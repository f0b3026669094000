import type { Completion } from '../send/wire.ts';

/** A list of choices that is open above the field that it completes. */
export interface Listbox {
  readonly field: HTMLTextAreaElement;
  readonly element: HTMLElement;
  readonly completion: Completion;
  /** The field's text when it was completed: the choices are of no other. */
  readonly text: string;
  /** The choice that Enter takes; -1: none. */
  active: number;
}

/** Opens a list, where there is something to choose. */
export function openListbox(
  field: HTMLTextAreaElement,
  completion: Completion,
): Listbox | undefined {
  const { choices, from, to } = completion;
  const element = field.form?.querySelector<HTMLElement>('.choices');
  const [first] = choices;
  const typed = field.value.slice(from, to);
  if (!element || !first || (choices.length === 1 && first.value === typed)) return undefined;
  element.replaceChildren(...choices.map(({ label }, at) => option(`${element.id}-${at}`, label)));
  element.hidden = false;
  field.ariaExpanded = 'true';
  const box: Listbox = { field, element, completion, text: field.value, active: -1 };
  // Where nothing was begun, or something else, Enter still sends the line as it is.
  if (begins(first, typed)) activate(box, 0);
  return box;
}

export function closeListbox({ field, element }: Listbox): void {
  element.hidden = true;
  element.replaceChildren();
  field.ariaExpanded = 'false';
  field.removeAttribute('aria-activedescendant');
}

/** Goes round at both ends. */
export function activate(box: Listbox, index: number): void {
  const { field, element } = box;
  const count = element.children.length;
  box.active = (index + count) % count;
  for (const [at, item] of [...element.children].entries()) {
    item.ariaSelected = String(at === box.active);
    if (at !== box.active) continue;
    item.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', item.id);
  }
}

/** Puts the active choice into its field; false where it stands there already, or there is none. */
export function take({ field, completion, text, active }: Listbox): boolean {
  const { from, to, choices } = completion;
  const choice = choices[active];
  if (!choice || field.value !== text || text.slice(from, to) === choice.value) return false;
  const space = choice.space && !text.startsWith(' ', to) ? ' ' : '';
  field.setRangeText(choice.value + space, from, to, 'end');
  field.focus();
  return true;
}

function begins({ value, label }: Completion['choices'][number], typed: string): boolean {
  const word = typed.replace(/^\s*\//, '').toLowerCase();
  return typed !== '' && [value, label].some((text) => text.toLowerCase().startsWith(word));
}

function option(id: string, label: string): HTMLElement {
  const [name = label, ...about] = label.split(' · ');
  const item = document.createElement('li');
  item.id = id;
  item.role = 'option';
  const [strong, dim] = [document.createElement('b'), document.createElement('span')];
  strong.textContent = name;
  dim.textContent = about.join(' · ');
  item.append(strong, ' ', dim);
  return item;
}
