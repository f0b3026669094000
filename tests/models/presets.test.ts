import { describe, expect, test } from 'vitest';
import { PRESETS } from '../../core/models/presets.ts';
import { buildRequest } from '../../core/models/request.ts';
import { ask } from './setting.ts';

const remote = Object.entries(PRESETS).filter(([, preset]) => preset.keyVariable !== undefined);
const local = Object.entries(PRESETS).filter(([, preset]) => preset.keyVariable === undefined);

describe('presets', () => {
  test.each(remote)('%s is reached over TLS, with a key', (_, { baseUrl, keyVariable }) => {
    expect(baseUrl).toMatch(/^https:\/\/[^/]+(\/[^/]+)*$/);
    expect(keyVariable).toMatch(/^[A-Z]+_API_KEY$/);
  });

  test.each(local)('%s is on this machine, without a key', (name, { baseUrl, simulated }) => {
    expect(simulated).toBe(name === 'simulated');
    if (!simulated) expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
  });

  test('send what their provider takes', () => {
    const sent = (name: string) => {
      const preset = PRESETS[name];
      if (!preset) throw new Error(name);
      return Object.keys(
        buildRequest(ask({ seed: 1, parameters: { maxTokens: 9 } }), preset.dialect).body,
      );
    };
    expect(sent('openai')).toContain('max_completion_tokens');
    expect(sent('gemini')).not.toContain('seed');
    expect(sent('mistral')).toEqual(['model', 'stream', 'random_seed', 'messages', 'max_tokens']);
  });
});
