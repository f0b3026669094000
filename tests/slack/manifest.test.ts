import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../bots/slack/manifest.json' with { type: 'json' };
import { NAMES, SCOPES } from '../../bots/slack/receive/names.ts';
import { VARIABLES } from '../../bots/slack/settings.ts';
import { METHODS } from './twin/methods.ts';

const folder = join(import.meta.dirname, '../../bots/slack');

/** The source of the platform, all files in one. */
async function source(): Promise<string> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'));
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\n');
}

test('the permissions are those that the code names, no more and no fewer', () => {
  expect(manifest.oauth_config.scopes.bot).toEqual(Object.keys(SCOPES).sort());
});

test('every method that the code calls has its permission', async () => {
  const code = await source();
  const calls = [
    ...code.matchAll(/client\.((?:\w+\.)+\w+)\(/g),
    ...code.matchAll(/apiCall\('([\w.]+)'/g),
  ].map(([, method]) => method ?? '');
  const methods = new Set(calls.filter((method) => method.includes('.')));
  expect([...methods].sort()).toEqual(
    Object.keys(METHODS)
      .filter((method) => method !== 'apps.connections.open')
      .sort(),
  );
  for (const method of methods) {
    const scope = METHODS[method]?.scope;
    if (scope) expect(manifest.oauth_config.scopes.bot).toContain(scope);
  }
});

test('the command, the shortcut and the events are those that are listened to', async () => {
  const code = await source();
  expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([NAMES.command]);
  expect(
    manifest.features.shortcuts.map(({ type, callback_id }) => ({ type, callback_id })),
  ).toEqual([{ type: 'message', callback_id: NAMES.shortcut }]);
  const events = [...code.matchAll(/app\.event\('(\w+)'/g)].map(([, event]) => event);
  expect(manifest.settings.event_subscriptions.bot_events).toEqual(events);
  expect(manifest.settings.interactivity.is_enabled).toBe(true);
});

test('its texts are within the limits of a manifest', () => {
  // https://docs.slack.dev/reference/app-manifest
  const { name, description, long_description } = manifest.display_information;
  expect(name.length).toBeLessThanOrEqual(35);
  expect(description.length).toBeLessThanOrEqual(140);
  expect(long_description.length).toBeGreaterThanOrEqual(174);
  expect(long_description.length).toBeLessThanOrEqual(4000);
  for (const { description: about, usage_hint } of manifest.features.slash_commands) {
    expect(about.length).toBeLessThanOrEqual(2000);
    expect(usage_hint.length).toBeLessThanOrEqual(1000);
  }
  for (const shortcut of manifest.features.shortcuts) {
    expect(shortcut.name.length).toBeLessThanOrEqual(24);
    expect(shortcut.description.length).toBeLessThanOrEqual(150);
  }
});

test('the documentation names every variable and every permission', async () => {
  const page = await readFile(join(folder, '../../docs/slack.md'), 'utf8');
  for (const { name } of VARIABLES) expect(page).toContain(`| \`${name}\``);
  for (const scope of Object.keys(SCOPES)) expect(page).toContain(`| \`${scope}\``);
});
