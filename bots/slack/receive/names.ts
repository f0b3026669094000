/** Names on which manifest.json and the listeners must agree. */
export const NAMES = {
  command: '/probe',
  /** The message shortcut. */
  shortcut: 'probe_message',
  /** The modal to pick a command and its options from. */
  modal: 'probe_modal',
  /** The select in the modal that names the command. */
  modalCommand: 'command',
  /** Buttons: `run:0`, `run:1`; their value is a command line. */
  run: 'run:',
  /** Inputs of the modal: `option:<command>:<option>`. */
  option: 'option:',
  /** The path of HTTP deliveries. */
  endpoint: '/slack/events',
} as const;

/** The bot's permissions, and what each is for. */
export const SCOPES = {
  'app_mentions:read': 'mentions, the way in for threads',
  'chat:write': 'posting and editing',
  'chat:write.public': 'posting into public channels without an invitation',
  commands: 'the slash command and the message shortcut',
  'files:read': 'knowing when an uploaded picture can be shown',
  'files:write': 'pictures, exports and long answers',
  'im:write': 'what is too long for an ephemeral message',
  'users:read': 'the name of who mentions the bot',
} as const;

/** A command line as somebody would type it. */
export function asCommand(line: string): string {
  return `${NAMES.command} ${line}`;
}
