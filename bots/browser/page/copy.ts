import { announce, around } from './find.ts';

const SAYS_SO_MS = 2000;

/** Copies code as it stands, and a table as tab-separated values that spreadsheets take. */
export function copies(): void {
  document.addEventListener('click', async (event) => {
    const button = around(event, '[data-copies]');
    const from = button?.parentElement;
    if (!button || !from) return;
    const table = from.querySelector('table');
    const text = table ? tsv(table) : (from.querySelector('code')?.textContent ?? '');
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    button.textContent = done ? 'Copied' : 'Could not copy';
    announce(button.textContent);
    setTimeout(() => {
      button.textContent = 'Copy';
    }, SAYS_SO_MS);
  });
}

function tsv(table: HTMLTableElement): string {
  return [...table.rows]
    .map((row) => [...row.cells].map((cell) => plain(cell.textContent ?? '')).join('\t'))
    .join('\n');
}

/**
 * A cell is one line without tabs. One that a spreadsheet would take for a formula gets an
 * apostrophe in front, which spreadsheets do not show.
 */
function plain(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return /^[=@]|^[+-](?![\d.]+\s?%?$)/.test(line) ? `'${line}` : line;
}
