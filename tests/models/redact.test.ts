import { expect, test } from 'vitest';
import { redact } from '../../core/models/redact.ts';
import { delta, end, serve, stream } from './server.ts';
import { ask, KEY, modelsAt } from './setting.ts';

test('a key is blanked out wherever it stands, and not once alone', () => {
  expect(redact(`${KEY} and ${KEY}, again ${KEY}.`, KEY)).toBe('[key] and [key], again [key].');
});

test('a placeholder that is short leaves words alone', () => {
  expect(redact('none of it', 'none')).toBe('none of it');
  expect(redact('none of it', undefined)).toBe('none of it');
});

test('an answer that repeats a key shows it nowhere', async () => {
  const said = stream(delta(`It is ${KEY}, `), delta(`I said ${KEY}.`), end('stop'));
  const { baseUrl } = await serve(said);
  const reply = await modelsAt(baseUrl).models.ask(ask());
  expect(reply.text).toBe('It is [key], I said [key].');
});
