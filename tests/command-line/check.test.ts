import { expect, test } from 'vitest';
import { checkNames } from '../../core/command-line/check.ts';
import { UserError } from '../../core/domain/user-error.ts';
import { app, ask, help, run, show } from './fixtures.ts';

const told = async (act: () => Promise<unknown>): Promise<string> => {
  try {
    await act();
  } catch (error) {
    if (error instanceof UserError) return `${error.message} ${error.hint}`;
    throw error;
  }
  throw new Error('nothing was wrong');
};

test('knows what the app knows, whatever its case, and each once', async () => {
  const values = { prompt: 'oak, oak', models: ['oak', 'Larch', 'oak'], personas: ['pirate'] };
  expect(await checkNames(values, ask, app)).toEqual({
    ...values,
    models: ['oak', 'larch'],
  });
  expect(await checkNames({ probe: 'Role-Take' }, run, app)).toEqual({
    probe: 'role-take',
  });
  expect(await checkNames({ run: 'any' }, show, app)).toEqual({ run: 'any' });
  expect(await checkNames({}, help, app)).toEqual({});
});

test.each([
  [
    run,
    { probe: 'embodyment-slip' },
    'No probe is called “embodyment-slip”. Did you mean embodiment-slip?',
  ],
  [run, { probe: 'sugar' }, 'No probe is called “sugar”. See probes for all.'],
  [ask, { models: ['oak', 'lrach'] }, 'No model is called “lrach”. Did you mean larch?'],
  [ask, { personas: ['scholar'] }, 'No persona is called “scholar”. Did you mean alien-scholar?'],
  [
    ask,
    { models: ['lrach', 'oak', 'orak'] },
    'No model is called “lrach” or “orak”. Did you mean larch and oak?',
  ],
  [
    ask,
    { models: ['lrach', 'sequoia'] },
    'No model is called “lrach” or “sequoia”. Did you mean larch? See models for all.',
  ],
  [help, { command: 'rnu' }, 'No command is called “rnu”. Did you mean run?'],
  [run, { probe: 'constructor' }, 'No probe is called “constructor”. See probes for all.'],
])('%#: $1', async (command, values, message) => {
  expect(await told(() => checkNames(values, command, app))).toBe(message);
});

test('says when there is nothing to name', async () => {
  const names = { ...app, probes: { names: async () => [] } };
  expect(await told(() => checkNames({ probe: 'x' }, run, names))).toBe(
    'No probe is called “x”. There are no probes yet.',
  );
});
