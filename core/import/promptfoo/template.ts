import { quoted } from '../../text/quoted.ts';
import { BOUNDS } from '../limits.ts';
import { isObject } from '../shape.ts';

export type Vars = Readonly<Record<string, unknown>>;

const PLACE = /\{\{-?\s*([\w-]+(?:\.[\w-]+)*)\s*-?\}\}/g;

/** The names in a template that a test has to fill. */
export function placesIn(template: string): readonly string[] {
  return [...template.matchAll(PLACE)].map(([, name = '']) => name);
}

/**
 * Fills `{{name}}` and `{{name.field}}` from a test's variables. Anything else of the template language stays as it
 * stands, and is told of. The text ends soon after the most that a question may have.
 */
export function filled(template: string, vars: Vars, warn: (sentence: string) => void): string {
  let text = '';
  let from = 0;
  for (const match of template.matchAll(PLACE)) {
    text += template.slice(from, match.index);
    from = match.index + match[0].length;
    const value = lookUp(vars, match[1] ?? '');
    if (value === undefined)
      warn(`No test gives ${quoted(match[1] ?? '', 60)}; its place stays empty as it is written.`);
    text += value ?? match[0];
    if (text.length > 2 * BOUNDS.text) return text;
  }
  text += template.slice(from, from + 2 * BOUNDS.text);
  if (/\{%|\{#|\{\{[^{}]*[|(]/.test(template)) {
    warn('Conditions, loops and filters of the template language stay as they are written.');
  }
  return text;
}

function lookUp(vars: Vars, path: string): string | undefined {
  let value: unknown = vars;
  for (const step of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return asText(value);
}

/** A variable as it stands in a prompt; undefined for none. */
export function asText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object') return String(value).slice(0, 2 * BOUNDS.text);
  return JSON.stringify(value).slice(0, 2 * BOUNDS.text);
}
