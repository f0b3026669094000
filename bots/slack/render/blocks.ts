import type {
  KnownBlock,
  PlainTextElement,
  RichTextBlock,
  RichTextBlockElement,
  RichTextSection,
} from '@slack/types';
import { countCodePoints } from '../../../core/text/truncate.ts';

/**
 * Not yet in @slack/types (https://github.com/slackapi/node-slack-sdk/pull/2637):
 * https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
 */
export interface DataVisualizationBlock {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly block_id?: string;
  readonly chart: {
    readonly type: 'line' | 'bar' | 'area';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: {
      readonly categories: readonly string[];
      readonly x_label?: string;
      readonly y_label?: string;
    };
  };
}

export type SlackBlock = KnownBlock | DataVisualizationBlock;

/**
 * Size of blocks towards the limit of a payload. How Slack counts is not documented: JSON is more
 * than any reading of it, and tables, which have a limit of their own, count by their cells.
 */
export function sizeOf(blocks: readonly SlackBlock[]): number {
  return blocks.reduce((sum, block) => sum + (cellCharacters(block) ?? jsonLength(block)), 0);
}

/** The code points in all cells of a table; undefined for any other block. */
export function cellCharacters(block: SlackBlock): number | undefined {
  if (block.type !== 'table' && block.type !== 'data_table') return undefined;
  return block.rows.flat().reduce((sum, cell) => {
    return sum + (cell.type === 'rich_text' ? jsonLength(cell) : countCodePoints(cell.text));
  }, 0);
}

function jsonLength(block: SlackBlock): number {
  return countCodePoints(JSON.stringify(block));
}

/** Text as it is: neither markup nor :emoji: is read in it. */
export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** A block whose texts are taken as they are: no markup, mention or link is read in them. */
export function richText(...elements: RichTextBlockElement[]): RichTextBlock {
  return { type: 'rich_text', elements };
}

/** A paragraph of rich text. */
export function paragraph(text: string, style: { bold?: boolean } = {}): RichTextSection {
  return {
    type: 'rich_text_section',
    elements: [{ type: 'text', text, ...(style.bold ? { style: { bold: true } } : {}) }],
  };
}
