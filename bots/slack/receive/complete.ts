import type { SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { countCodePoints } from '../../../core/text/truncate.ts';
import { LIMITS } from '../limits.ts';
import { plainText } from '../render/blocks.ts';
import { plainLabel } from '../render/escape.ts';
import { optionOf } from './form.ts';
import type { SlackContext } from './invocation.ts';
import { channelOf } from './modal-place.ts';

/** Completes what was typed into a select of the modal. */
export function onComplete({ dispatcher, platform, people }: SlackContext) {
  return async ({
    ack,
    body,
    options: { action_id, value },
  }: SlackOptionsMiddlewareArgs<'block_suggestion'>): Promise<void> => {
    const asked = optionOf(action_id);
    const channel = channelOf(body.view?.private_metadata);
    const from = { platform, channel, who: await people.person(body.user.id, undefined) };
    const choices = asked
      ? await dispatcher.complete(asked.command, asked.option, value, from)
      : [];
    await ack({
      options: choices
        .filter((choice) => choice.value && countCodePoints(choice.value) <= LIMITS.optionValue.max)
        .slice(0, LIMITS.selectOptions.max)
        .map((choice) => ({
          text: plainText(plainLabel(choice.label, LIMITS.optionText.max)),
          value: choice.value,
        })),
    });
  };
}
