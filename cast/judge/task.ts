import { plain } from '../load.ts';

export interface Anchor {
  /** A label, a letter, or a number on the scale. */
  readonly mark: string;
  readonly means: string;
  readonly typical: readonly string[];
}

export interface JudgeTask {
  readonly kind: 'label' | 'scale' | 'pair' | 'speaker';
  readonly rubric: string;
  readonly anchors: readonly Anchor[];
  /** As it was given, without a change; of a pair the one called ONE. */
  readonly answer: string;
  /** Of a pair the one called TWO. */
  readonly other?: string | undefined;
  /** The writer's answer just before, where the judge is shown it. */
  readonly previous?: string | undefined;
}

const ANCHOR = /^- ([^:\n]{1,60}): (.*?)(?: \[typical wording: (.+)\])?$/;
/** A label with what it means and its wordings takes a fraction of this. */
const LONGEST = 10_000;
/** A question may hold such lines itself, so the anchors end where it begins. */
const QUESTION = /^QUESTION\b/m;
/** The conversation before the answer, which comes first; no wording is looked for in it. */
const EARLIER = /^<<<(BEFORE|PREVIOUS) (\S+)[ \t]*$/m;
const OPENS = /^<<<(ANSWER|ONE) (\S+)[ \t]*$/m;
const KINDS = [
  { asks: /^LABEL:/m, kind: 'label' },
  { asks: /^SCORE:/m, kind: 'scale' },
  { asks: /^CHOICE:/m, kind: 'pair' },
  { asks: /^SPEAKER:/m, kind: 'speaker' },
] as const;

function anchorsIn(rubric: string): Anchor[] {
  return plain(rubric)
    .split('\n')
    .flatMap((line) => {
      if (line.length > LONGEST) return [];
      const [, mark, means, wordings] = ANCHOR.exec(line.trim()) ?? [];
      if (mark === undefined || means === undefined) return [];
      const typical = (wordings ?? '')
        .split(/\s*\|\s*/)
        .map((wording) => wording.replaceAll('"', '').trim())
        .filter((wording) => wording !== '');
      return [{ mark: mark.trim(), means, typical }];
    });
}

/** The prompt without what was said before the answer, where it stands in front of that, and the answer before. */
function withoutEarlier(prompt: string): { readonly text: string; readonly previous?: string } {
  const opens = EARLIER.exec(prompt);
  if (opens === null || opens.index > (OPENS.exec(prompt)?.index ?? 0)) return { text: prompt };
  const [line, name, nonce] = opens;
  const closes = `\n${name} ${nonce}>>>`;
  const from = opens.index + line.length;
  const end = prompt.indexOf(closes, from);
  if (end < 0) return { text: prompt };
  const text = prompt.slice(0, opens.index) + prompt.slice(end + closes.length);
  return name === 'PREVIOUS' ? { text, previous: prompt.slice(from, end) } : { text };
}

/** Text between the two lines of a name and a nonce, and where the second of them begins. */
function block(text: string, name: string, nonce: string) {
  const opens = `<<<${name} ${nonce}`;
  const from = text.indexOf('\n', text.indexOf(opens) + opens.length) + 1;
  const until = text.lastIndexOf(`\n${name} ${nonce}>>>`);
  if (!text.includes(opens) || until < from - 1) return undefined;
  return { text: text.slice(from, Math.max(from, until)), until };
}

/** A judging prompt taken apart; undefined where the text is none. What the answer says is only read. */
export function judgeTask(prompt: string): JudgeTask | undefined {
  const { text, previous } = withoutEarlier(prompt);
  const begins = /^RUBRIC\b/m.exec(text);
  const opens = OPENS.exec(text);
  if (begins === null || opens === null || opens.index < begins.index) return undefined;
  const [, name = '', nonce = ''] = opens;
  const answer = block(text, name, nonce);
  const other = name === 'ONE' ? block(text, 'TWO', nonce) : undefined;
  const last = other ?? answer;
  if (answer === undefined || last === undefined) return undefined;
  const [rubric = ''] = text.slice(begins.index, opens.index).split(QUESTION);
  const anchors = anchorsIn(rubric);
  const kind = KINDS.find(({ asks }) => asks.test(text.slice(last.until)))?.kind;
  const numbered = anchors.every(({ mark }) => /^\d{1,3}$/.test(mark));
  if (kind === undefined || (kind === 'pair') !== (other !== undefined)) return undefined;
  if ((kind !== 'pair' && anchors.length === 0) || (kind === 'scale' && !numbered)) {
    return undefined;
  }
  return { kind, rubric, anchors, answer: answer.text, other: other?.text, previous };
}
