import type { Column, ColumnsBlock } from '../../../core/views/view.ts';
import { cell, expander } from './cell.ts';
import { type Html, html } from './html.ts';
import { colourClass, subjectName } from './subject.ts';

/** From five subjects on each has a row: columns would be too narrow to read. */
const MOST_COLUMNS = 4;
/** So many answers of a subject stand open; a button shows the others. */
const OPEN_CELLS = 3;

/** Answers side by side: columns for up to four subjects, a row each from five on. */
export function columns({ columns: subjects }: ColumnsBlock, id: string): Html {
  if (subjects.length === 0) return html`<p class="note" id="${id}">No subject was asked.</p>`;
  const most = Math.max(...subjects.map(({ cells }) => cells.length));
  const all = most > OPEN_CELLS ? expander(id, `Show all ${most} of each`, 'Show fewer') : '';
  const shape = subjects.length > MOST_COLUMNS ? rows(subjects, id) : lanes(subjects, id);
  return html`<div class="columns ${most > 1 ? 'many' : 'one'}" id="${id}">${shape}${all}</div>`;
}

/** The heads stand apart from the lanes so that they stay in sight while one scrolls down. */
function lanes(subjects: readonly Column[], id: string): Html {
  const count = `count-${subjects.length}`;
  const head = (subject: Column): Html =>
    html`<div class="head ${colourClass(subject.colour)}">${subjectName(subject)}</div>`;
  return html`<div class="heads ${count}" id="${id}-heads" aria-hidden="true">${subjects.map(head)}</div>
<div class="lanes ${count}" id="${id}-lanes" role="group" aria-label="Answers, one column for each subject" tabindex="0">${subjects.map((subject, index) => lane(subject, `${id}-${index}`))}</div>`;
}

function lane(subject: Column, id: string): Html {
  return html`<section class="lane ${colourClass(subject.colour)}" id="${id}" aria-label="${subject.model} / ${subject.persona}">${cells(subject, id)}</section>`;
}

function rows(subjects: readonly Column[], id: string): Html {
  const row = (subject: Column, index: number): Html =>
    html`<section class="row ${colourClass(subject.colour)}" id="${id}-${index}"><h4 class="head">${subjectName(subject)}</h4><div class="cells">${cells(subject, `${id}-${index}`)}</div></section>`;
  return html`<div class="rows">${subjects.map(row)}</div>`;
}

function cells(subject: Column, id: string): readonly Html[] {
  if (subject.cells.length === 0) return [html`<p class="note">nothing asked</p>`];
  return subject.cells.map((one, index) => cell(one, `${id}-${index}`));
}
