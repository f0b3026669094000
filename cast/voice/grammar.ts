import type { Lines } from '../characters.ts';
import type { Chooser } from './sampling.ts';
import { capital, type Point } from './tokens.ts';

/** All that a template can draw on. */
export interface Scene {
  /** The character's own lines, before those that all share. */
  readonly lines: readonly Lines[];
  /** Fixed for the whole answer, such as the topic. */
  readonly values: Readonly<Record<string, string>>;
  /** Values that have only a makeshift: lines that do without them are preferred. */
  readonly lacks: readonly string[];
  readonly choose: Chooser;
  /** Templates said already in this answer; none is said twice. */
  readonly said: Set<string>;
}

export interface Rendered {
  readonly text: string;
  readonly points: readonly Point[];
}

const SLOT = /\{(\w+)\}/;
const DEEPEST = 6;

/** The lines that go by a name: the character's own, else the shared; without any that lacks a value. */
export function linesOf(scene: Pick<Scene, 'lines' | 'lacks'>, name: string): readonly string[] {
  const lines = scene.lines.find((list) => list[name] !== undefined)?.[name] ?? [];
  const whole = lines.filter((line) => !scene.lacks.some((slot) => line.includes(`{${slot}}`)));
  return whole.length > 0 ? whole : lines;
}

/** Earlier lines are a little likelier than later ones, as words are; what was said is out. */
function sharesOf(templates: readonly string[], said: ReadonlySet<string>): number[] {
  const fresh = templates.some((template) => !said.has(template));
  const weights = templates.map((template, at) =>
    fresh && said.has(template) ? 0 : 1 / Math.sqrt(at + 3),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** The distribution over the first word of what a template can become. */
function firstWords(scene: Scene, template: string, depth: number): Map<string, number> {
  const slot = SLOT.exec(template);
  const name = slot?.[1];
  if (slot === null || slot.index > 0 || name === undefined || depth > DEEPEST) {
    return new Map([[template.split(/\s/, 1)[0] ?? '', 1]]);
  }
  const value = scene.values[name];
  if (value !== undefined) return new Map([[value.split(/\s/, 1)[0] ?? '', 1]]);
  return firstWordsOf(scene, linesOf(scene, name), depth + 1);
}

function firstWordsOf(
  scene: Scene,
  templates: readonly string[],
  depth: number,
): Map<string, number> {
  const words = new Map<string, number>();
  for (const [at, share] of sharesOf(templates, scene.said).entries()) {
    for (const [word, inner] of firstWords(scene, templates[at] ?? '', depth)) {
      words.set(word, (words.get(word) ?? 0) + share * inner);
    }
  }
  return words;
}

function fill(scene: Scene, template: string, offset: number, depth: number): Rendered {
  const points: Point[] = [];
  let text = '';
  let rest = template;
  for (let slot = SLOT.exec(rest); slot !== null; slot = SLOT.exec(rest)) {
    text += rest.slice(0, slot.index);
    rest = rest.slice(slot.index + slot[0].length);
    const name = slot[1] ?? '';
    const value = scene.values[name];
    const inner =
      value === undefined
        ? say(scene, name, offset + text.length, depth + 1)
        : { text: value, points: [] };
    text += inner.text;
    points.push(...inner.points);
  }
  return { text: text + rest, points };
}

/**
 * Chooses one of the lines that go by the name and fills its slots. A name without lines says
 * nothing, nor does one whose lines are all said. The outermost choice at an offset stands for the inner ones at the same place.
 */
export function say(scene: Scene, name: string, offset = 0, depth = 0): Rendered {
  const templates = linesOf(scene, name);
  const spent = depth === 0 && templates.every((template) => scene.said.has(template));
  if (spent || templates.length === 0 || depth > DEEPEST) return { text: '', points: [] };
  const words = firstWordsOf(scene, templates, 0);
  const template = templates[scene.choose.pick(sharesOf(templates, scene.said))] ?? '';
  if (depth === 0) scene.said.add(template);
  const { text, points } = fill(scene, template, offset, depth);
  return { text, points: [{ at: offset, words }, ...points.filter(({ at }) => at !== offset)] };
}

/** Says the parts one after the other as sentences, each with a capital where one is due. */
export function sayAll(scene: Scene, names: readonly string[]): Rendered {
  const points: Point[] = [];
  let text = '';
  for (const name of names) {
    const gap = text === '' ? '' : ' ';
    const part = say(scene, name, text.length + gap.length);
    if (part.text === '') continue;
    points.push(...part.points);
    text += gap + part.text;
  }
  return { text: capitals(text), points };
}

/** Capitals at the beginning and after the end of each sentence; the length stays. */
export function capitals(text: string): string {
  return capital(text).replace(
    /([.!?…]["”)]?\s+["“]?)(\p{Ll})/gu,
    (_, end: string, letter: string) => end + letter.toUpperCase(),
  );
}
