/**
 * Makes the pictures and payloads of the documentation from a real start on the simulated cast:
 * screenshots of the local channel into docs/pictures, rendered messages into docs/payloads.
 *
 *     npm run pictures
 */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { connectBrowser } from '../bots/browser/receive/connect.ts';
import { renderView } from '../bots/discord/render/message.ts';
import { createDispatcher } from '../bots/dispatcher.ts';
import { openBot } from '../bots/open.ts';
import { render } from '../bots/slack/render/message.ts';
import { renderView as renderText } from '../bots/terminal/render/message.ts';
import { drawText } from '../core/charts/draw-text.ts';
import { drawColumns, drawPng, drawSvg } from '../core/charts/on-demand.ts';
import type { Block, View } from '../core/views/view.ts';
import { launchBrowser } from '../tests/fixtures/browser.ts';

const PICTURES = new URL('./pictures/', import.meta.url);
const PAYLOADS = new URL('./payloads/', import.meta.url);
const ASK =
  '/probe ask "Why do humans crave sugar?" --models larch --personas assistant,alien-scholar,pirate --samples 2';
const PROBE = '/probe run embodiment-slip --models larch --samples 2 --seed 7';
/** Further kinds of picture, each from the probe that it suits. */
const MORE = {
  distribution: '/probe run hidden-goal --models larch,rowan --samples 1 --seed 7',
  ladder: '/probe run role-take --models larch,rowan --samples 1 --seed 7',
};
const DESKTOP = { width: 1280, height: 800 };
const TALL = { width: 1280, height: 1180 };
const PHONE = { width: 360, height: 740 };

await mkdir(PICTURES, { recursive: true });
await mkdir(PAYLOADS, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), 'dramatis-pictures-'));
const open = await openBot({
  env: { DRAMATIS_STORE: `sqlite:${join(folder, 'runs.db')}` },
  log: pino({ level: 'warn' }),
});
const dispatcher = createDispatcher(open.app, open.store);
const local = await connectBrowser(
  dispatcher,
  { port: 0, name: 'ada' },
  { store: open.store, drawSvg },
);
const browser = await launchBrowser();

try {
  await screenshots(browser, local.url);
  await payloads();
} finally {
  await browser.close();
  await open.app.runs.stop();
  await dispatcher.stop();
  await local.stop();
  await open.close();
  await rm(folder, { recursive: true });
}

async function screenshots(at: Browser, url: string): Promise<void> {
  const page = await at.newPage({ viewport: DESKTOP, deviceScaleFactor: 2 });
  // A busy machine takes its time over a few hundred trials.
  page.setDefaultTimeout(120_000);
  await page.goto(url);
  await type(page, ASK);
  await page.locator('text=answers').first().waitFor({ state: 'attached' });
  await shoot(page, 'ask-running');
  await finished(page);
  await shoot(page, 'ask-finished');
  await page.getByRole('button', { name: 'Full answers' }).last().click();
  await page.waitForTimeout(400);
  await shoot(page, 'thread');
  await page.keyboard.press('Escape');
  await page.setViewportSize(TALL);
  await type(page, PROBE);
  await page.locator('progress').first().waitFor();
  await page.waitForTimeout(1500);
  await shoot(page, 'probe-running');
  await finished(page);
  await page.waitForTimeout(800);
  await shoot(page, 'probe-finished');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForTimeout(500);
  await shoot(page, 'probe-finished-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(PHONE);
  await page.waitForTimeout(500);
  await shoot(page, 'probe-finished-phone');
  await page.setViewportSize(TALL);
  for (const [name, line] of Object.entries(MORE)) {
    await type(page, line);
    await page.locator('progress').first().waitFor();
    await finished(page);
    await page.waitForTimeout(1500);
    await shoot(page, `probe-${name}`);
  }
  await page.close();
}

async function type(page: Page, line: string): Promise<void> {
  const composer = page.getByRole('combobox').first();
  await composer.fill(line);
  await composer.press('Escape');
  await composer.press('Enter');
}

/** Until nothing in the channel is under way. */
async function finished(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cancel' }).first().waitFor({ state: 'detached' });
}

/** The newest message from its first line on. */
async function shoot(page: Page, name: string): Promise<void> {
  await page
    .locator('main article')
    .last()
    .evaluate((message) => message.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await page.screenshot({ path: new URL(`${name}.png`, PICTURES).pathname });
}

/** The payloads for Slack and Discord of each of the runs, and their images. */
async function payloads(): Promise<void> {
  const { runMessage } = await import('../core/views/run.ts');
  const names = [...Object.keys(MORE).toReversed(), 'probe', 'ask'];
  const runs = await open.app.runs.recent({ limit: names.length });
  for (const [at, { runId }] of runs.entries()) {
    const kind = names[at] ?? runId;
    const snapshot = await open.app.runs.get(runId);
    const { view } = runMessage(snapshot, await open.app.comparisons.of(snapshot), new Date());
    await writeJson(`slack-${kind}`, render(view));
    const { body, files } = renderView(view, 'rich', await drawings(kind, view));
    const sizes = files.map(({ name, mime, data }) => ({ name, mime, bytes: data.length }));
    await writeJson(`discord-${kind}`, { body, files: sizes });
    await write(
      PAYLOADS,
      `terminal-${kind}.txt`,
      renderText(view, { width: 100, colour: false, drawText }),
    );
  }
}

/** The images of a view as Discord gets them, kept beside the screenshots. */
async function drawings(kind: string, view: View): Promise<ReadonlyMap<Block, Uint8Array>> {
  const drawn = new Map<Block, Uint8Array>();
  for (const block of view.blocks) {
    const png = await draw(block, { theme: 'dark', scale: 2 });
    if (!png) continue;
    drawn.set(block, png);
    await write(PICTURES, `discord-${kind}.png`, png);
  }
  return drawn;
}

async function draw(block: Block, look: { theme: 'dark'; scale: number }) {
  if (block.kind === 'picture') return drawPng(block.picture, look);
  return block.kind === 'columns' ? drawColumns(block, look) : undefined;
}

async function writeJson(name: string, payload: unknown): Promise<void> {
  await write(PAYLOADS, `${name}.json`, `${JSON.stringify(payload, null, 2)}\n`);
}

async function write(into: URL, name: string, content: string | Uint8Array): Promise<void> {
  await writeFile(new URL(name, into), content);
}
