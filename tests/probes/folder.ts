import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Probe } from '../../core/domain/probe.ts';
import { UserError } from '../../core/domain/user-error.ts';
import { loadProbes } from '../../core/probes/load.ts';
import { loadScorers } from '../../core/scoring/load.ts';

export const scorers = await loadScorers();

/** Writes files into a new folder, does something with it, and removes it. */
export async function withFolder<T>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'probes-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export function load(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, Probe>> {
  return withFolder(files, (folder) => loadProbes(folder, scorers));
}

/** What is said of a wrong file: the line, what was wrong, what to do. */
export async function complaint(
  name: string,
  text: string,
): Promise<{ readonly line: number; readonly what: string; readonly next: string }> {
  try {
    await load({ [name]: text });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [, file, line, what] =
      /([^/]+), line (\d+), column \d+: (.*)$/s.exec(error.message) ?? [];
    if (file !== name) throw new Error(`no file in “${error.message}”`, { cause: error });
    return { line: Number(line), what: what ?? '', next: error.hint };
  }
  throw new Error('the file was accepted');
}

/** A small probe that is right in every way. */
export const good = `name: good
version: 1
title: does it say yes?
about: Asks two things in two ways.
source:
  - label: our own
pools:
  warm:
    - { user: Hello., assistant: Hello to you. }
    - { user: Fine day., assistant: It is. }
conditions:
  - { id: none, label: no frame }
  - { id: curt, label: curt, system: Be brief. }
  - { id: warmed, label: warmed up, shots: { from: warm, count: 2 } }
baseline: none
items:
  - id: one
    group: short
    ask: Is it?
  - id: two
    script:
      - given: { user: We were talking., assistant: So we were. }
      - { ask: And now?, id: now }
      - aside: Between us?
      - { ask: Is it then?, id: answer }
    only: [none, curt]
closing:
  - { ask: Sure?, id: sure }
scores:
  - id: yes
    by: choice
    options:
      - { value: yes, text: it is }
      - { value: no, text: it is not }
  - id: firm
    by: pattern
    of: [answer, sure]
    pattern: certainly
measures:
  - id: says-yes
    label: says yes
    kind: share
    groups: [short]
    when:
      - { score: yes, is: [yes] }
      - { score: firm, above: 0 }
psm:
  predicts: The curt one says yes as often.
  against: It does not.
  directions:
    - { measure: says-yes, under: curt, than: none, direction: same }
`;
