import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { renderView } from '../../bots/discord/render/message.ts';
import { FOLDERS } from '../../bots/folders.ts';
import { loadPersonas, loadProbes } from '../../core/probes/load.ts';
import { summaryOf } from '../../core/probes/summary.ts';
import { loadScorers } from '../../core/scoring/load.ts';
import { personasMessage, probesMessage } from '../../core/views/lists.ts';

test('the shipped probes and personas are each listed whole in one message', async () => {
  const personas = await loadPersonas(fileURLToPath(FOLDERS.personas));
  const probes = await loadProbes(fileURLToPath(FOLDERS.probes), await loadScorers(), personas);
  for (const { view } of [
    probesMessage([...probes.values()].map(summaryOf)),
    personasMessage([...personas.values()]),
  ]) {
    expect(renderView(view, 'rich').files.map(({ name }) => name)).toEqual([]);
  }
});
