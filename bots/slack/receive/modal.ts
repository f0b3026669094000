import type { InputBlock, ModalView } from '@slack/types';
import type { Command, Option } from '../../../core/command-line/declare.ts';
import { truncateCodePoints } from '../../../core/text/truncate.ts';
import { LIMITS } from '../limits.ts';
import { plainText } from '../render/blocks.ts';
import { plainLabel } from '../render/escape.ts';
import { type ModalPlace, writePlace } from './modal-place.ts';
import { NAMES } from './names.ts';

export interface ModalState {
  readonly commands: ReadonlyMap<string, Command>;
  /** The command whose options are shown. */
  readonly picked: Command;
  readonly place: ModalPlace;
  /** The first content of the positional text. */
  readonly text?: string | undefined;
}

/** The form of one command, with a select above that changes to another. */
export function commandModal({ commands, picked, place, text }: ModalState): ModalView {
  const inputs = Object.entries(picked.options).map(([name, option]) =>
    input(picked.name, name, option, text),
  );
  return {
    type: 'modal',
    callback_id: NAMES.modal,
    private_metadata: writePlace(place),
    title: plainText(plainLabel(`Probe: ${picked.name}`, LIMITS.modalTitle.max)),
    submit: plainText('Run'),
    close: plainText('Close'),
    blocks: [
      commandSelect(commands, picked),
      {
        type: 'context',
        elements: [plainText(plainLabel(picked.about, LIMITS.contextText.max))],
      },
      ...inputs.slice(0, LIMITS.modalBlocks.max - 2),
    ],
  };
}

function commandSelect(commands: ModalState['commands'], picked: Command): InputBlock {
  const options = [...commands.values()].slice(0, LIMITS.selectOptions.max).map(commandOption);
  return {
    type: 'input',
    block_id: NAMES.modalCommand,
    dispatch_action: true,
    label: plainText('Command'),
    element: {
      type: 'static_select',
      action_id: NAMES.modalCommand,
      options,
      initial_option: commandOption(picked),
    },
  };
}

function commandOption({ name, about }: Command) {
  return {
    text: plainText(plainLabel(`${name}: ${about}`, LIMITS.optionText.max)),
    value: name,
  };
}

/** Block ids carry the command, so that a change of command begins with empty inputs. */
function input(
  command: string,
  name: string,
  option: Option,
  text: string | undefined,
): InputBlock {
  const id = `${NAMES.option}${command}:${name}`;
  const initial = option.kind === 'text' && option.positional ? text : undefined;
  return {
    type: 'input',
    block_id: id,
    label: plainText(truncateCodePoints(label(name), LIMITS.inputLabel.max)),
    hint: plainText(plainLabel(option.about, LIMITS.inputHint.max)),
    optional: !option.required,
    element: element(id, name, option, initial),
  };
}

function element(
  action_id: string,
  name: string,
  option: Option,
  initial: string | undefined,
): InputBlock['element'] {
  switch (option.kind) {
    case 'text': {
      const max = Math.min(option.maxLength ?? Infinity, LIMITS.inputText.max);
      return {
        type: 'plain_text_input',
        action_id,
        multiline: option.positional ?? false,
        max_length: max,
        ...(initial ? { initial_value: truncateCodePoints(initial, max) } : {}),
      };
    }
    case 'integer':
    case 'number':
      return {
        type: 'number_input',
        action_id,
        is_decimal_allowed: option.kind === 'number',
        min_value: String(option.min),
        max_value: String(option.max),
      };
    case 'flag':
      return {
        type: 'checkboxes',
        action_id,
        options: [
          { text: plainText(truncateCodePoints(label(name), LIMITS.optionText.max)), value: 'yes' },
        ],
      };
    case 'choice':
      return {
        type: 'static_select',
        action_id,
        options: option.choices.slice(0, LIMITS.selectOptions.max).map(choice),
      };
    case 'models':
    case 'personas':
      return { type: 'multi_external_select', action_id, min_query_length: 0 };
    case 'model':
    case 'probe':
    case 'run':
    case 'command':
      return { type: 'external_select', action_id, min_query_length: 0 };
    default:
      return option satisfies never;
  }
}

function choice(value: string) {
  return {
    text: plainText(plainLabel(value, LIMITS.optionText.max)),
    value,
  };
}

/** `max-tokens` as a person would write it above an input. */
function label(name: string): string {
  const words = name
    .replace(/-/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
