import { declareCommand } from '../core/commands/declare.ts';
import { historyMessage } from '../core/views/lists.ts';

const SHOWN = 10;

export const command = declareCommand({
  name: 'history',
  about: 'List what was run here, the newest first',
  options: {
    limit: { kind: 'integer', about: 'How many to list', min: 1, max: 50 },
    all: { kind: 'flag', about: 'Runs of all channels, not of this one alone' },
  },
  examples: ['history', 'history --limit 30 --all'],
  run: async ({ limit = SHOWN, all = false }, { lab, channel }) => {
    const runs = await lab.runs.recent({ limit, ...(all ? {} : { channel }) });
    return { to: 'asker', message: historyMessage(runs), data: runs };
  },
});
