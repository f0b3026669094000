import { once } from 'node:events';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { connectBrowser } from '../../bots/browser/receive/connect.ts';
import { drawSvg } from '../../core/charts/on-demand.ts';
import { decodePng } from '../charts/pixels.ts';
import type { Says } from '../fixtures/app.ts';
import { hasBrowser, howToGetOne, launchBrowser } from '../fixtures/browser.ts';
import { faintTexts } from '../fixtures/contrast.ts';
import { askRunning, help, probeDone, problem } from '../fixtures/views.ts';
import { type Opened, openLocal } from './open.ts';

const skipped = !hasBrowser && !process.env.CI;
let browser: Browser;

/** A page of the channel. A script or a policy that fails on it fails the test. */
async function visit(
  { bot }: Opened,
  options: BrowserContextOptions & { readonly path?: string } = {},
): Promise<Page> {
  const { path = '/', ...rest } = options;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...rest });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught/.test(message.text())) troubles.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    expect(troubles).toEqual([]);
  });
  await page.goto(new URL(path, bot.url).href);
  if (rest.javaScriptEnabled !== false) await page.locator('html.live').waitFor();
  return page;
}

/** Models that say the first words of their answer, and the rest when they are let. */
function holding(answer: string) {
  const held = Promise.withResolvers<void>();
  const says: Says = async ({ onText, onRestart, signal }) => {
    onText?.(answer.slice(0, 12));
    const stopped = once(signal ?? new AbortController().signal, 'abort');
    await Promise.race([held.promise, stopped]);
    if (signal?.aborted) return { outcome: 'failed', reason: 'cancelled' };
    onRestart?.();
    return answer;
  };
  return { says, release: held.resolve };
}

const composer = (page: Page) => page.locator('#say-text');
async function type(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.locator('#say').getByRole('button', { name: 'Send' }).click();
}
/** Asks again until it is so. Playwright's own way needs `eval`, which the page's policy forbids. */
async function holds(page: Page, expression: string): Promise<void> {
  await expect.poll(() => page.evaluate(expression), { timeout: 10_000 }).toBe(true);
}
const place = { channel: 'local' };
const ANIMATIONS = 'document.getAnimations().length';

describe.skipIf(skipped)(`the page (${howToGetOne})`, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('completes a command by keyboard, and shows the answers while they are written', async () => {
    const { says, release } = holding('Our ancestors prized sweetness.');
    const opened = await openLocal({ says });
    const page = await visit(opened);
    await page.locator('body').press('/');
    const choices = page.getByRole('listbox').first();
    await choices.getByRole('option', { name: /^ask/ }).waitFor();
    await page.keyboard.type('as');
    await page.keyboard.press('Enter');
    await holds(page, `document.activeElement.value === '/probe ask '`);
    await page.keyboard.type('"Why sugar?" --mo');
    await page.keyboard.press('Tab');
    await holds(page, `document.activeElement.value.endsWith(' --models ')`);
    await choices.getByRole('option', { name: /^larch/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await composer(page).getAttribute('aria-activedescendant')).toBe('say-choices-0');
    await page.keyboard.press('Escape');
    await choices.waitFor({ state: 'hidden' });
    await page.keyboard.type('larch,rowan --samples 2');
    await page.keyboard.press('Enter');

    const cells = page.locator('#messages .cell');
    await page.locator('.cell[data-state=writing]').first().getByText('Our ancestor').waitFor();
    expect(await cells.count()).toBe(4);
    expect(await page.locator('#runs li').getAttribute('data-state')).toBe('running');
    release();
    await page.locator('.message[data-state=done]').waitFor();
    expect(await cells.first().locator('.said').textContent()).toBe(
      'Our ancestors prized sweetness.',
    );
    await page.locator('#status').getByText('Finished: Why sugar?').waitFor({ state: 'attached' });
    await page.locator('#runs li[data-state=done]').waitFor();
  });

  it('opens the full answers in the thread, and closes it by key', async () => {
    const opened = await openLocal({ says: () => `Line.\n${'word '.repeat(400)}the end.` });
    const page = await visit(opened);
    await type(page, '/probe ask "Why?" --models larch,rowan');
    await page.getByRole('button', { name: 'Full answers' }).click();
    const replies = page.locator('#replies > .message');
    await replies.nth(1).waitFor();
    expect(await replies.nth(1).textContent()).toContain('the end.');
    expect(page.url()).toMatch(/\/runs\/\w+\/thread$/);
    await page.locator('#thread-title:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#thread').waitFor({ state: 'hidden' });
    await page.goBack();
    await page.locator('#thread').waitFor();
    // The address alone is enough, for somebody else and without script.
    const other = await visit(opened, {
      path: new URL(page.url()).pathname,
      javaScriptEnabled: false,
    });
    expect(await other.locator('#replies > .message').count()).toBe(2);
  });

  it('follows up in the thread', async () => {
    const opened = await openLocal();
    const page = await visit(opened);
    await type(page, '/probe ask "Why?" --models larch');
    await page.getByRole('button', { name: 'Full answers' }).click();
    await page.locator('#reply-text').fill('And why that?');
    await page.locator('#reply-text').press('Enter');
    const follow = page.locator('#replies > .message[data-state=done]');
    await follow.waitFor();
    expect(await follow.textContent()).toContain('And why that?');
    await page.locator('#messages .replies').getByText('2 replies').waitFor();
  });

  it('cancels a run', async () => {
    const opened = await openLocal({ says: holding('Never said whole.').says });
    const page = await visit(opened);
    await type(page, '/probe ask "Why?" --models larch');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('.message:not([data-state=running]) .note').getByText('cancelled').waitFor();
  });

  it('tells what was wrong privately, and gives the line back', async () => {
    const opened = await openLocal();
    const [page, other] = [await visit(opened), await visit(opened)];
    await type(page, '/probe run wrods');
    const told = page.locator('#private');
    await told.getByText('No probe is called “wrods”.').waitFor();
    expect(await told.getByText('Only visible to you').isVisible()).toBe(true);
    expect(await composer(page).inputValue()).toBe('/probe run wrods');
    expect(await other.locator('#private').innerHTML()).toBe('');
    await told.getByRole('button', { name: 'Dismiss' }).click();
    expect(await told.innerHTML()).toBe('');
    await composer(page).fill('');
    await composer(page).press('ArrowUp');
    expect(await composer(page).inputValue()).toBe('/probe run wrods');
  });

  it('puts an example into the composer', async () => {
    const page = await visit(await openLocal());
    await page.getByRole('button', { name: '/probe help' }).click();
    expect(await composer(page).inputValue()).toBe('/probe help');
    await page.keyboard.press('Enter');
    await page.locator('#private').getByText('Who is answering?').waitFor();
  });

  it('keeps focus and what is open while a message changes', async () => {
    const opened = await openLocal();
    const words = 'word '.repeat(400);
    const view = (text: string) => ({
      ...askRunning,
      blocks: askRunning.blocks.map((block) =>
        block.kind !== 'columns'
          ? block
          : {
              ...block,
              columns: block.columns.map((column) => ({
                ...column,
                cells: [
                  { state: 'answered' as const, text: words },
                  { state: 'writing' as const, text },
                ],
              })),
            },
      ),
    });
    const ref = await opened.bot.platform.post(place, { view: view('One') });
    const page = await visit(opened);
    const more = page.locator('#messages .expander:visible').first();
    await more.click();
    expect(await more.getByText('Less').isVisible()).toBe(true);
    await more.evaluate((it) => it.setAttribute('data-same', 'yes'));
    await opened.bot.platform.edit(ref, { view: view('One two') });
    await page.getByText('One two').first().waitFor();
    expect(await more.getByText('Less').isVisible()).toBe(true);
    expect(await page.locator('.said[data-open]').count()).toBe(1);
    expect(await more.evaluate((it) => it.matches(':focus'))).toBe(true);
  });

  it('says that the connection is lost, and shows what it missed when it is back', async () => {
    const opened = await openLocal();
    await opened.bot.platform.post(place, { view: probeDone });
    const page = await visit(opened);
    await composer(page).fill('half a thought');
    const port = Number(new URL(opened.bot.url).port);
    await opened.bot.stop();
    await page.locator('#connection').getByText('Connection lost').waitFor();
    const again = await connectBrowser(opened.dispatcher, { port }, { store: opened.store });
    onTestFinished(() => again.stop());
    await again.platform.post(place, { view: problem });
    await page.locator('#messages').getByText('Did you mean embodiment-slip?').waitFor();
    await holds(page, `document.getElementById('connection').textContent === ''`);
    expect(await page.locator('#messages > .message').count()).toBe(2);
    expect(await composer(page).inputValue()).toBe('half a thought');
  });

  it('shows what is finished without script', async () => {
    const opened = await openLocal({ drawSvg });
    await opened.bot.platform.post(place, { view: probeDone });
    const page = await visit(opened, { javaScriptEnabled: false });
    expect(await page.getByText('a difference of 37 points').isVisible()).toBe(true);
    expect(await page.getByRole('cell', { name: '42 %' }).isVisible()).toBe(true);
    expect(await page.locator('#messages img').evaluate((it) => it.naturalWidth)).toBeGreaterThan(
      300,
    );
  });

  it('shows what models write as text, whatever it is', async () => {
    const hostile =
      '<script>document.title="taken"</script><img src=x onerror="document.title=1">\u202Eevil';
    const opened = await openLocal({ says: () => hostile });
    const page = await visit(opened);
    await type(page, `/probe ask "${hostile.replaceAll('"', '\\"')}" --models larch`);
    await page.locator('.message[data-state=done]').waitFor();
    const shown = hostile.replace('\u202E', '\uFFFD');
    expect(await page.locator('.cell .said').first().textContent()).toBe(shown);
    expect(await page.title()).toBe('Dramatis');
    await page.reload();
    expect(await page.locator('.cell .said').first().textContent()).toBe(shown);
    expect(await page.locator('#messages :is(script, img)').count()).toBe(0);
  });

  it('copies a table for a spreadsheet', async () => {
    const opened = await openLocal();
    await opened.bot.platform.post(place, { view: probeDone });
    const page = await visit(opened, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = String(await page.evaluate('navigator.clipboard.readText()'));
    expect(copied.split('\n')[1]).toBe('larch / assistant\t42 %\t29 to 56\t48 of 48\t12');
  });

  describe('360 pixels wide', () => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

    it.each(['/', '/runs', '/runs/7f3a9c', '/runs/7f3a9c/thread'])(
      'shows one column at %s, and never scrolls sideways',
      async (path) => {
        const opened = await openLocal({ drawSvg });
        const root = await opened.bot.platform.post(place, { view: askRunning });
        await opened.bot.platform.post({ ...place, thread: root }, { view: probeDone });
        await opened.bot.platform.post(place, { view: probeDone });
        await opened.bot.platform.post(place, { view: help });
        const page = await visit(opened, { ...phone, path });
        const columns = page.locator('#rail:visible, #channel:visible, #thread:visible');
        expect(await columns.count()).toBe(1);
        const { width, x } = (await columns.boundingBox()) ?? { width: 0, x: -1 };
        expect([x, width]).toEqual([0, 360]);
        const wide = await page
          .locator('html, .scroll')
          .evaluateAll((all) => all.map((it) => it.scrollWidth - it.clientWidth));
        expect(wide.every((over) => over <= 0)).toBe(true);
      },
    );

    it('shades the edges of a table behind which there is more', async () => {
      const opened = await openLocal();
      await opened.bot.platform.post(place, { view: probeDone });
      const page = await visit(opened, { ...phone, colorScheme: 'dark' });
      const table = page.locator('.scrolls');
      /** The colours at both edges beside the caption, where the table has no text. */
      const edges = async () => {
        const { x = 0, y = 0, width = 0 } = (await table.boundingBox()) ?? {};
        const pixels = await decodePng(await page.screenshot());
        const at = (across: number) => pixels.at(Math.round(across), Math.round(y) + 5);
        return [at(x + 2), at(x + width - 3)];
      };
      const paper = '#17161cff';
      const [left, right] = await edges();
      expect(left).toBe(paper);
      expect(right).not.toBe(paper);
      await table.evaluate((it) => it.scrollTo({ left: it.scrollWidth }));
      await expect.poll(async () => (await edges())[1]).toBe(paper);
      expect((await edges())[0]).not.toBe(paper);
    });

    it('moves the heads with the columns that are swiped, and keeps them in sight', async () => {
      const opened = await openLocal({ says: () => 'word '.repeat(300) });
      const page = await visit(opened, phone);
      await type(page, '/probe ask "Why?" --models larch,rowan,bramble --samples 8');
      await page.locator('.message[data-state=done]').waitFor();
      await page.getByRole('button', { name: 'Show all 8 of each' }).click();
      const lanes = page.locator('.lanes');
      await lanes.evaluate((it) => it.scrollTo({ left: it.scrollWidth }));
      await holds(
        page,
        `
        document.querySelector('.lanes').scrollLeft > 0 &&
        document.querySelector('.lanes').scrollLeft === document.querySelector('.heads').scrollLeft`,
      );
      await page.locator('#scroll').evaluate((it) => it.scrollTo({ top: 0 }));
      await holds(
        page,
        `
        document.querySelector('.lanes').getBoundingClientRect().top < 0 &&
        Math.abs(document.querySelector('.heads').getBoundingClientRect().top -
          document.querySelector('#channel .bar').getBoundingClientRect().bottom) < 1`,
      );
    });
  });

  it.each(['light', 'dark'] as const)(
    'has enough contrast for AA in the %s theme',
    async (theme) => {
      const opened = await openLocal({ drawSvg });
      const root = await opened.bot.platform.post(place, { view: askRunning });
      for (const view of [probeDone, help, problem]) {
        await opened.bot.platform.post({ ...place, thread: root }, { view });
        await opened.bot.platform.post(place, { view });
      }
      const page = await visit(opened, { colorScheme: theme, path: '/runs/7f3a9c/thread' });
      await type(page, '/probe run wrods');
      await page.locator('#private .message').waitFor();
      await composer(page).fill('/');
      await page.getByRole('option').first().waitFor();
      expect(await faintTexts(page)).toEqual([]);
    },
  );

  it('keeps still for those who ask for less motion', async () => {
    const opened = await openLocal();
    await opened.bot.platform.post(place, { view: askRunning });
    const lively = await visit(opened, { reducedMotion: 'no-preference' });
    expect(await lively.evaluate(ANIMATIONS)).toBeGreaterThan(0);
    const still = await visit(opened, { reducedMotion: 'reduce' });
    expect(await still.evaluate(ANIMATIONS)).toBe(0);
  });
});
