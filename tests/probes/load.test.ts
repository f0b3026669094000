import { describe, expect, it } from 'vitest';
import { loadPersonas } from '../../core/probes/load.ts';
import { complaint, good, load, withFolder } from './folder.ts';

interface Slip {
  readonly was: string;
  readonly now: string;
  readonly what: string;
  readonly next: string;
  /** Lines between the change and what is named, where it is not the changed line itself. */
  readonly after?: number;
}

const slips: readonly Slip[] = [
  {
    was: 'version: 1',
    now: 'verson: 1',
    what: 'there is no key “verson” here.',
    next: 'Did you mean “version”?',
  },
  {
    was: 'title: does it say yes?',
    now: 'title: ""',
    what: '`title` is “”: write something here',
    next: 'Mend it',
  },
  {
    was: 'version: 1',
    now: 'version: one',
    what: '`version` must be a number; given is “one”.',
    next: 'Mend it',
  },
  {
    was: 'baseline: none',
    now: 'baseline: nome',
    what: 'there is no condition called “nome”.',
    next: 'Did you mean “none”? Allowed: none, curt, warmed.',
  },
  {
    was: 'only: [none, curt]',
    now: 'only: [none, kurt]',
    what: 'there is no condition called “kurt”.',
    next: 'Did you mean “curt”?',
  },
  {
    was: 'from: warm',
    now: 'from: worm',
    what: 'there is no pool called “worm”.',
    next: 'Did you mean “warm”?',
  },
  {
    was: 'count: 2',
    now: 'count: 3',
    what: 'the pool “warm” holds 2 exchanges, but 3 are asked for.',
    next: 'Ask for 2 at most',
  },
  {
    was: '- { id: curt, label: curt',
    now: '- { id: none, label: curt',
    what: 'two conditions are called “none”.',
    next: 'Give each an `id` of its own.',
  },
  {
    was: 'pattern: certainly',
    now: 'pattern: "[[word]]"',
    what: 'nothing fills [[word]].',
    next: 'Write `values: { word: … }` for the item, or for every condition.',
    // Of the item that does not fill it.
    after: -21,
  },
  {
    was: 'by: choice',
    now: 'by: choise',
    what: 'there is no scorer called “choise”.',
    next: 'Did you mean “choice”? Allowed: choice, ',
  },
  {
    was: 'pattern: certainly',
    now: 'patern: certainly',
    what: 'there is no key “patern” here.',
    next: 'Did you mean “pattern”?',
  },
  {
    was: 'pattern: certainly',
    now: 'pattern: (certainly',
    what: '`scores.1.pattern`: not a regular expression.',
    next: 'Mend it',
  },
  {
    was: 'of: [answer, sure]',
    now: 'of: [answer, shure]',
    what: 'there is no step called “shure”.',
    next: 'Did you mean “sure”?',
  },
  {
    was: '{ score: firm, above: 0 }',
    now: '{ score: fim, above: 0 }',
    what: 'there is no score called “fim”.',
    next: 'Did you mean “firm”?',
  },
  {
    was: '{ score: firm, above: 0 }',
    now: '{ score: firm, abov: 0 }',
    what: 'there is no key “abov” here.',
    next: 'Did you mean “above”? Allowed: score, is, below, above.',
  },
  {
    was: 'groups: [short]',
    now: 'groups: [shirt]',
    what: 'there is no group of items called “shirt”.',
    next: 'Did you mean “short”?',
  },
  {
    was: 'kind: share\n    groups: [short]\n    when:\n      - { score: yes, is: [yes] }\n      - { score: firm, above: 0 }',
    now: 'kind: mean\n    score: firm\n    scale: [0, 1]\n    turned: [shirt]',
    what: 'there is no group of items called “shirt”.',
    next: 'Did you mean “short”?',
    after: 3,
  },
  {
    was: 'kind: share',
    now: 'kind: shares',
    what: '`measures.0.kind` cannot be “shares”.',
    next: 'Did you mean “share”? Allowed: correlation, distribution, mean,',
  },
  {
    was: 'ask: Is it?\n',
    now: 'ask: Is it [[what]]?\n    values: { what: "that [[thing]]" }\n',
    what: 'nothing fills [[thing]].',
    next: 'Write `values: { thing: … }` for the item, or for every condition.',
    after: -2,
  },
  {
    was: 'assistant: It is. }',
    now: 'assistant: "It is [[what]]." }',
    what: 'nothing fills [[what]].',
    next: 'Write `values: { what: … }` for the item, or for every condition.',
    after: 7,
  },
  {
    was: 'direction: same',
    now: 'direction: sane',
    what: '`psm.directions.0.direction` cannot be “sane”.',
    next: 'Did you mean “same”? Allowed: more, less, same.',
  },
  {
    was: 'measure: says-yes',
    now: 'measure: says-no',
    what: 'there is no measure called “says-no”.',
    next: 'Allowed: says-yes.',
  },
  {
    was: 'under: curt',
    now: 'under: cart',
    what: 'there is no condition called “cart”.',
    next: 'Did you mean “curt”?',
  },
  {
    was: '{ ask: And now?, id: now }',
    now: '{ ask: And now?, id: answer }',
    what: 'two steps of “two”, its closing ones included, are called “answer”.',
    next: 'Give each step an `id` of its own.',
    after: -3,
  },
  {
    was: '{ ask: And now?, id: now }',
    now: '{ ask: And now?, idd: now }',
    what: 'there is no key “idd” here.',
    next: 'Did you mean “id”? Allowed: ask, id, begin, aside, given, complete, tokens.',
  },
  {
    was: 'group: short\n    ask: Is it?',
    now: 'group: short',
    what: '`items.0`: give either `ask` or `script`, not both.',
    next: 'Mend it',
    after: -1,
  },
  {
    was: '    by: pattern\n    of: [answer, sure]\n    pattern: certainly',
    now: '    by: judge-scale\n    of: [answer, sure]\n    rubric: How firm?',
    what: '`scores.1.anchors` is missing',
    next: 'Write: a list of { at, means }.',
    after: -1,
  },
  {
    was: 'label: curt, system: Be brief.',
    now: 'label: curt, persona: pirat',
    what: 'there is no persona called “pirat”',
    next: 'Nothing is allowed here.',
  },
  {
    was: 'name: good',
    now: 'name: better',
    what: '`name` is “better”, but the file is called good.yaml.',
    next: 'Write `name: good`, or rename the file.',
  },
  {
    was: 'name: good',
    now: 'name: "good',
    what: 'this is not YAML: Missing closing "quote',
    next: 'Correct that line or the one before it',
    after: good.split('\n').length - 1,
  },
  {
    was: 'version: 1',
    now: 'version: 1\nversion: 2',
    what: 'this is not YAML: Map keys must be unique',
    next: 'Correct that line or the one before it',
    after: 1,
  },
];

describe('loadProbes', () => {
  it('takes a probe that is right, fills in what it leaves out', async () => {
    const probe = (await load({ 'good.yaml': good })).get('good');
    expect(probe).toMatchObject({ licence: 'MIT', samples: 4, temperature: 1, analogue: false });
    expect(probe?.scores.map(({ id, of }) => [id, of])).toEqual([
      ['yes', 'answer'],
      ['firm', ['answer', 'sure']],
    ]);
  });

  it('reads only the YAML files of the folder itself', async () => {
    const files = { 'good.yaml': good, 'notes.txt': 'x', 'README.md': '' };
    expect([...(await load(files)).keys()]).toEqual(['good']);
  });

  it.each(slips)('says of “$now”: $what', async ({ was, now, what, next, after = 0 }) => {
    const at = good.indexOf(was);
    expect(at).toBeGreaterThanOrEqual(0);
    const line = good.slice(0, at).split('\n').length + after;
    const said = await complaint('good.yaml', good.replace(was, now));
    expect(said.what).toContain(what);
    expect(said.next).toContain(next);
    expect(said.line).toBe(line);
  });

  it('wants a trend to have a ladder that is long enough', async () => {
    const ladders = (...names: readonly string[]) => {
      const ranked = (text: string, id: string, at: number) =>
        text.replace(`id: ${id}, label`, `id: ${id}, rank: ${at}, ladder: ${names[at]}, label`);
      return ['none', 'curt', 'warmed']
        .reduce(ranked, good)
        .replace('\npsm:', '\n  - { id: rise, label: rises, kind: trend, of: says-yes }\npsm:');
    };
    expect(await complaint('good.yaml', ladders('up', 'up', 'down'))).toMatchObject({
      what: 'a trend needs a ladder of three conditions with a `rank`, and the longest here has 2.',
    });
    expect((await load({ 'good.yaml': ladders('up', 'up', 'up') })).size).toBe(1);
  });

  it('says of an empty file that it is wrong', async () => {
    expect(await complaint('empty.yaml', '')).toMatchObject({ line: 1 });
  });

  it('refuses a file that unfolds without end', async () => {
    const nine = (name: string) => `[${Array(9).fill(name).join(', ')}]`;
    const bomb = `a: &a ${nine('x')}\nb: &b ${nine('*a')}\nc: &c ${nine('*b')}\nd: ${nine('*c')}\n`;
    expect(await complaint('bomb.yaml', bomb)).toMatchObject({
      what: expect.stringContaining('Excessive alias count'),
    });
  });

  it('says of a folder that is not there that it cannot be read', async () => {
    await withFolder({}, async (folder) => {
      await expect(loadPersonas(`${folder}/none`)).rejects.toThrow(`${folder}/none cannot be read`);
    });
  });
});

describe('loadPersonas', () => {
  const persona = 'name: cook\nlabel: cook\nabout: Cooks.\nsystem: You are a cook.\n';

  it('takes a persona with a frame, and one without', async () => {
    const files = {
      'cook.yaml': persona,
      'plain.yaml': 'name: plain\nlabel: plain\nabout: Nothing.\n',
    };
    const personas = await withFolder(files, loadPersonas);
    expect(personas.get('cook')?.system).toBe('You are a cook.');
    expect(personas.get('plain')?.system).toBeUndefined();
  });

  it('says where one is wrong', async () => {
    const files = { 'cook.yaml': persona.replace('system', 'sytem') };
    await expect(withFolder(files, loadPersonas)).rejects.toMatchObject({
      message: expect.stringMatching(
        /cook\.yaml, line 4, column 1: there is no key “sytem” here\.$/,
      ),
      hint: expect.stringContaining('Did you mean “system”?'),
    });
  });
});
