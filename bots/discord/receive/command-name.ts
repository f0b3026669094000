/** The name under which the bot's command is registered. */
export const COMMAND = 'probe';

/** A command line as somebody would type it. */
export function asCommand(line: string): string {
  return `/${COMMAND} ${line}`;
}
