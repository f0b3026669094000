import { defineCommand } from '../core/app/define-command.ts';
import { isOperator } from '../core/domain/access.ts';
import { UserError } from '../core/domain/user-error.ts';
import { recordHead } from '../core/runs/recorded-run.ts';
import { historyMessage } from '../core/views/lists.ts';

const SHOWN = 10;

export const command = defineCommand({
  name: 'history',
  about: 'List what was run here, the newest first',
  options: {
    limit: { kind: 'integer', about: 'How many to list', min: 1, max: 50 },
    all: { kind: 'flag', about: 'Runs of all channels, not of this one alone' },
  },
  examples: ['history', 'history --limit 30 --all'],
  run: async ({ limit = SHOWN, all = false }, { app, channel }) => {
    if (all && !isOperator({ channel })) {
      throw new UserError(
        'Runs of other channels are not shown here.',
        'Leave --all out, or use it in the local channel or the terminal.',
        { code: 'not-allowed' },
      );
    }
    const runs = await app.runs.recent({ limit, ...(all ? {} : { channel }) });
    return { to: 'asker', message: historyMessage(runs), data: runs.map(recordHead) };
  },
});
