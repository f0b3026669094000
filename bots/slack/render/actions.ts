import type { Button } from '@slack/types';
import { sanitiseBlock, sanitiseShownLine } from '../../../core/text/sanitise.ts';
import { countCodePoints } from '../../../core/text/truncate.ts';
import type { Action } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { asCommand, NAMES } from '../receive/names.ts';
import { plainText, type SlackBlock, sizeOf } from './blocks.ts';
import { plainLabel } from './escape.ts';

/** Buttons, and the actions that could not become one. */
export interface DrawnActions {
  readonly blocks: readonly SlackBlock[];
  readonly left: readonly Action[];
}

/** Each click carries its command line. What does not fit into `room` is left out, the last first. */
export function drawActions(actions: readonly Action[], room: number): DrawnActions {
  const elements: Button[] = [];
  const left: Action[] = [];
  for (const action of actions) {
    const more = button(action, elements.length);
    if (more && sizeOf([row([...elements, more])]) <= room) elements.push(more);
    else left.push(action);
  }
  return { blocks: elements.length > 0 ? [row(elements)] : [], left };
}

/** The action as a line that can be typed. */
export function actionText(action: Action): string {
  return `${sanitiseShownLine(action.label)}: ${asCommand(sanitiseBlock(action.line))}`;
}

function row(elements: Button[]): SlackBlock {
  return { type: 'actions', elements };
}

function button({ label, line: command, style }: Action, index: number): Button | undefined {
  if (command.trim() === '' || countCodePoints(command) > LIMITS.buttonValue.max) return undefined;
  return {
    type: 'button',
    action_id: `${NAMES.run}${index}`,
    text: plainText(plainLabel(label, LIMITS.buttonText.max)),
    value: command.toWellFormed(),
    ...(style === 'plain' ? {} : { style }),
  };
}
