import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { oneOfEach } from './one-of-each.ts';
import { renderSite } from './render-site.ts';
import { serveSite } from './serve-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let site: Awaited<ReturnType<typeof serveSite>>;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite(await renderSite(folder, 'site'));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

type Screen = { width: number; colorScheme: 'light' | 'dark'; javaScriptEnabled?: boolean };

/** Visits every page on one screen, and gives what `look` has to say of each, where it says anything. */
async function visit(screen: Screen, look: (page: Page, path: string) => Promise<unknown[]>) {
  const { width, ...rest } = screen;
  const context = await browser.newContext({ viewport: { width, height: 800 }, ...rest });
  const page = await context.newPage();
  const found: string[] = [];
  for (const path of oneOfEach) {
    await page.goto(site.origin + path);
    for (const each of await look(page, path)) found.push(`${path} ${String(each)}`);
  }
  await context.close();
  return found;
}

/** What differs by width or brightness; all else axe finds on one screen. */
const ofTheScreen = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

// Each width and each brightness once: no rule depends on both.
describe.each([
  { width: 390, colorScheme: 'light', rules: null },
  { width: 1280, colorScheme: 'dark', rules: ofTheScreen },
] as const)('at $width px, $colorScheme', ({ rules, ...screen }) => {
  test('axe finds nothing to mend', { timeout: 60_000 }, async () => {
    const found = await visit(screen, async (page) => {
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(
        (only) =>
          (globalThis as unknown as { axe: typeof axe }).axe.run({
            resultTypes: ['violations'],
            ...(only && { runOnly: { type: 'rule' as const, values: only } }),
          }),
        rules && [...rules],
      );
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(found).toEqual([]);
  });
});

test('no page is wider than its screen', { timeout: 60_000 }, async () => {
  const found = await visit({ width: 320, colorScheme: 'light' }, async (page) => {
    const over: string[] = [];
    for (const width of [320, 360, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const more = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (more > 0) over.push(`is ${more} px wider than ${width} px`);
    }
    return over;
  });
  expect(found).toEqual([]);
});

test('what can be touched is at least 44 px high, a link within a heading 24', async () => {
  const found = await visit({ width: 390, colorScheme: 'light' }, (page) =>
    page.evaluate(() =>
      // The tiles of a map are the same links as the list beside it.
      [...document.querySelectorAll('a:not(.skip, svg a), summary')].flatMap((each) => {
        // What stands in something that is shut now, or of a device that has no alerts, is shown for this.
        for (const box of document.querySelectorAll('details')) box.open = true;
        for (let box = each.closest<HTMLElement>('[hidden]'); box; box = each.closest('[hidden]')) box.hidden = false;
        // The link of a row in a list takes the whole row.
        const row = getComputedStyle(each, '::after').position === 'absolute' ? each.closest('li') : null;
        const { height } = (row ?? each).getBoundingClientRect();
        return height < (each.closest('h2') ? 24 : 44) ? [`${each.textContent?.trim()} is ${height} px high`] : [];
      }),
    ),
  );
  expect(found).toEqual([]);
});

test('no page asks another host for anything, and nothing is missing', async () => {
  const asked: string[] = [];
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(`${site.origin}/`)) asked.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() !== 200) asked.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => asked.push(message.text()));
  for (const path of oneOfEach) await page.goto(site.origin + path);
  await context.close();
  expect(asked).toEqual([]);
});

test('pages stand without scripts', async () => {
  const found = await visit({ width: 390, colorScheme: 'light', javaScriptEnabled: false }, async (page) => {
    const [headings, links] = [await page.locator('h1').count(), await page.locator('main a').count()];
    return headings === 1 && links > 0 ? [] : [`has ${headings} h1 and ${links} links`];
  });
  expect(found).toEqual([]);
});

test('a keyboard reaches the main part first, and sees where it is', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  await page.goto(site.origin);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('본문 바로가기');
  expect(await page.evaluate(() => document.activeElement?.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth)).toBe('3px');
  await context.close();
});
