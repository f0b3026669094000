/** What manifest.json and the listeners must agree on. */
export const NAMES = {
  command: '/probe',
  /** The message shortcut. */
  messageShortcut: 'probe_message',
  /** The modal to pick a command and its options from. */
  modal: 'probe_modal',
  /** The select in the modal that names the command. */
  modalCommand: 'command',
  /** Buttons: `run:0`, `run:1`; their value is a command line. */
  run: 'run:',
  /** Inputs of the modal: `option:<command>:<option>`. */
  option: 'option:',
} as const;

/** A command line as somebody would type it. */
export function asCommand(line: string): string {
  return `${NAMES.command} ${line}`;
}
