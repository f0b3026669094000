import type { Limit } from '../platform.ts';

const docs = (page: string) => `https://docs.slack.dev/reference/${page}`;
const block = (name: string) => docs(`block-kit/blocks/${name}-block`);
const element = (name: string) => docs(`block-kit/block-elements/${name}-element`);

/**
 * Slack's limits, in Unicode code points where they are lengths. Undocumented ones name the report
 * that measured them and stay below what was measured.
 */
export const LIMITS = {
  blocks: { max: 50, source: docs('block-kit/blocks') },
  modalBlocks: { max: 100, source: docs('views/modal-views') },
  /** JSON of all blocks. Rejected from about 13 200 on, as `msg_blocks_too_long`; undocumented. */
  payload: { max: 12_000, source: 'https://github.com/slackapi/bolt-js/issues/2509' },
  /** Slack cuts the fallback text at 40 000, but rejects edits from 4000 on (`msg_too_long`). */
  fallback: { max: 3000, source: 'https://docs.slack.dev/reference/methods/chat.update' },

  header: { max: 150, source: block('header') },
  sectionText: { max: 3000, source: block('section') },
  fields: { max: 10, source: block('section') },
  fieldText: { max: 2000, source: block('section') },
  contextElements: { max: 10, source: block('context') },
  contextText: { max: 3000, source: docs('block-kit/composition-objects/text-object') },
  imageAlt: { max: 2000, source: block('image') },
  imageTitle: { max: 2000, source: block('image') },

  actions: { max: 25, source: block('actions') },
  buttonText: { max: 75, source: element('button') },
  buttonValue: { max: 2000, source: element('button') },
  actionId: { max: 255, source: element('button') },
  blockId: { max: 255, source: docs('block-kit/blocks') },

  /** With the header. */
  tableRows: { max: 100, source: block('table') },
  tableColumns: { max: 20, source: block('table') },
  /** Over all cells of all tables of a message. */
  tableCharacters: { max: 10_000, source: block('table') },
  /**
   * A second table block was `invalid_attachments`: https://api.slack.com/changelog/2025-08-14. Whether a
   * data table may stand beside one is not documented, so that both kinds count.
   */
  tables: { max: 1, source: 'https://github.com/netclaw-dev/netclaw/issues/55' },
  /** With the header. The page says 101, newer copies 201. */
  dataTableRows: { max: 101, source: block('data-table') },
  dataTableColumns: { max: 20, source: block('data-table') },
  dataTableCharacters: { max: 10_000, source: block('data-table') },
  dataTablePage: { max: 100, source: block('data-table') },
  dataTableCaption: {
    max: 150,
    source: 'chosen: a caption is one line, and no limit is documented',
  },

  /** Undocumented; found through the messages of `invalid_blocks`. */
  charts: { max: 2, source: 'https://github.com/vercel/chat/pull/696' },
  chartTitle: { max: 50, source: block('data-visualization') },
  chartSeries: { max: 6, source: block('data-visualization') },
  chartPoints: { max: 20, source: block('data-visualization') },
  chartLabel: { max: 20, source: block('data-visualization') },
  chartAxisLabel: { max: 50, source: block('data-visualization') },

  modalTitle: { max: 24, source: docs('views/modal-views') },
  privateMetadata: { max: 3000, source: docs('views/modal-views') },
  inputLabel: { max: 2000, source: block('input') },
  inputHint: { max: 2000, source: block('input') },
  inputText: { max: 3000, source: element('plain-text-input') },
  placeholder: { max: 150, source: element('plain-text-input') },
  selectOptions: { max: 100, source: element('select-menu') },
  optionText: { max: 75, source: docs('block-kit/composition-objects/option-object') },
  optionValue: { max: 150, source: docs('block-kit/composition-objects/option-object') },

  /** Chosen: about fifteen lines on a phone, so that no message is a wall of text. */
  proseInChannel: { max: 700, source: 'chosen: about fifteen lines of a phone' },
  cellInChannel: { max: 280, source: 'chosen: six lines of a column on a phone' },
  cellAtLeast: { max: 80, source: 'chosen: two lines of a column, enough to tell answers apart' },
  columnsInChannel: { max: 3000, source: 'chosen: over all answers that stand side by side' },
  rowsPerPage: { max: 20, source: 'chosen: a table that fits one screen' },
} as const satisfies Readonly<Record<string, Limit>>;

/** Times in milliseconds. */
export const TIMES = {
  /** Between two edits. chat.update is Tier 3: some fifty a minute in the whole workspace. */
  editEvery: { max: 1200, source: 'https://docs.slack.dev/apis/web-api/rate-limits' },
} as const satisfies Readonly<Record<string, Limit>>;
