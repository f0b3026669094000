import { offered } from '../../../core/command-line/offered.ts';
import { codeOf } from '../send/api-error.ts';
import type { SlackContext } from './invocation.ts';
import { commandModal } from './modal.ts';
import type { ModalPlace } from './modal-place.ts';

/** The command that the modal begins with. */
const FIRST = 'ask';

export interface Opening {
  /** Slack's leave to open one modal, for three seconds. */
  readonly trigger: string;
  readonly place: ModalPlace;
  readonly text?: string | undefined;
}

/** Opens the modal. False where there is nothing to pick from, or Slack did not let it open. */
export async function openModal(
  { dispatcher, client, log }: SlackContext,
  { trigger, place, text }: Opening,
): Promise<boolean> {
  const commands = offered(dispatcher.app.commands, false);
  const picked = commands.get(FIRST) ?? commands.values().next().value;
  if (!picked) return false;
  try {
    const view = commandModal({ commands, picked, place, text });
    await client.views.open({ trigger_id: trigger, view });
    return true;
  } catch (error) {
    // The same delivery again: its modal is open already.
    if (codeOf(error) === 'exchanged_trigger_id') return true;
    log.warn({ err: error }, 'Slack did not open the modal');
    return false;
  }
}
