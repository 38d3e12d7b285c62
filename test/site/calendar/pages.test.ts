import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { linksOf, mainOf } from '../pages/built-site.ts';
import { renderSite } from '../pages/render-site.ts';
import { serveSite } from '../pages/serve-site.ts';
import { ids } from '../small-catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let client: string;
let site: Awaited<ReturnType<typeof serveSite>>;
let browser: Browser;

beforeAll(async () => {
  client = await renderSite(folder, 'site');
  site = await serveSite(client);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

function pageAt(path: string) {
  return readFileSync(join(client, path, 'index.html'), 'utf8');
}

/** Opens a page at an hour of the reader's clock; on a phone unless the width says otherwise. */
async function visit(
  path: string,
  look: (page: Page) => Promise<void>,
  { width = 390, at = '2026-11-24T10:30:00+09:00' } = {},
) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(at));
  await page.goto(site.origin + path);
  await look(page);
  await context.close();
}

/** For what follows a click by itself. */
const patience = { timeout: 10_000 };
const shownLines = (page: Page) => page.locator('.calendar-agenda li:visible');

test('every day of the month has a place that others can link to', () => {
  const html = pageAt('/calendar/2026-11/');
  const days = Array.from({ length: 30 }, (_, i) => `day-2026-11-${String(i + 1).padStart(2, '0')}`);
  expect([...html.matchAll(/id="(day-[\d-]+)"/g)].map(([, id]) => id)).toEqual(days);
  expect(linksOf(html).filter((href) => href.startsWith('#day-2026-11-'))).toEqual(
    expect.arrayContaining(days.map((id) => `#${id}`)),
  );
});

test('without scripts there is a page for each 시도 of a month, and a way to the months beside', () => {
  const html = pageAt('/calendar/2026-11/');
  expect(linksOf(html)).toEqual(
    expect.arrayContaining(['/calendar/2026-10/', '/calendar/2026-12/', '/calendar/2026-11/gyeonggi/']),
  );
  expect(mainOf(pageAt('/calendar/2026-11/seoul/'))).toContain('등대마을 둘째 단지');
  expect(mainOf(pageAt('/calendar/2026-11/gyeonggi/'))).not.toContain('등대마을 둘째 단지');
  expect(linksOf(pageAt('/calendar/'))).toEqual(expect.arrayContaining(['/calendar/2025-01/', '/calendar/2027-02/']));
});

test('the calendar is the month that it is', () => {
  const agenda = (html: string) => /<div class="calendar-agenda">.*?<section id="regions">/s.exec(html)?.[0];
  expect(agenda(pageAt('/calendar/'))).toBe(agenda(pageAt('/calendar/2026-11/')));
  expect(agenda(pageAt('/calendar/'))).toBeDefined();
});

test('choices narrow the lines, the counts and the squares, and stand in the address', async () => {
  await visit('/calendar/2026-11/', async (page) => {
    const before = await shownLines(page).count();
    expect(await page.locator('output').textContent()).toBe(`일정 ${before}건`);
    await page.locator('summary', { hasText: '골라 보기' }).click();
    await page.getByLabel('서울').check();
    await page.getByLabel('1순위').check();
    const narrowed = await shownLines(page).count();
    expect(narrowed).toBeGreaterThan(0);
    expect(narrowed).toBeLessThan(before);
    expect(await page.locator('output').textContent()).toBe(`고른 일정 ${narrowed}건`);
    expect(new URL(page.url()).search).toBe('?topic=rank1&region=seoul');
    const counts = await page.locator('.calendar-count').allTextContents();
    expect(counts.reduce((sum, words) => sum + Number.parseInt(words, 10), 0)).toBe(narrowed);
    for (const about of await shownLines(page).locator('span').allTextContents()) expect(about).toMatch(/^서울.*1순위/);
    await page.getByRole('link', { name: '12월' }).first().click();
    await page.waitForURL('**/calendar/2026-12/**');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
      '/calendar/2026-12/?topic=rank1&region=seoul',
    );
    await expect.poll(() => page.locator('output').textContent(), patience).toBe('고른 일정 0건');
    await page.goto(`${site.origin}/calendar/2026-11/?topic=rank1&region=seoul&kind=nonsense`);
    expect(await shownLines(page).count()).toBe(narrowed);
    await page.locator('summary', { hasText: '골라 보기' }).click();
    await page.getByRole('button', { name: '모두 보기' }).click();
    expect(await shownLines(page).count()).toBe(before);
    expect(new URL(page.url()).search).toBe('');
  });
});

test('a square that choices have changed and changed back is as it was', async () => {
  await visit(
    '/calendar/2026-11/',
    async (page) => {
      const grid = () =>
        page.locator('.calendar-grid tbody').evaluate((body) => body.textContent.replaceAll(/\s+/g, ''));
      const before = await grid();
      await page.locator('summary', { hasText: '골라 보기' }).click();
      await page.getByLabel('서울').check();
      expect(await grid()).not.toBe(before);
      await page.getByLabel('서울').uncheck();
      expect(await grid()).toBe(before);
    },
    { width: 1280 },
  );
});

test('on a phone a week or a day stands alone, and turns to the next', async () => {
  await visit('/calendar/2026-11/', async (page) => {
    const days = () => page.locator('.calendar-day:visible');
    const name = () => page.locator('.calendar-turn span').textContent();
    expect(await days().count()).toBe(30);
    await page.getByRole('button', { name: '주', exact: true }).click();
    expect(await days().count()).toBe(7);
    expect((await name())?.trim()).toBe('11월 22일 ~ 28일');
    await page.getByRole('button', { name: '다음' }).click();
    expect(await days().count()).toBe(2);
    expect(await page.getByRole('button', { name: '다음' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '일', exact: true }).click();
    expect(await days().getAttribute('id')).toBe('day-2026-11-29');
    await page.getByRole('button', { name: '이전' }).click();
    expect(await name()).toBe('28일(토)');
    expect(new URL(page.url()).search).toBe('?view=day');
    await page.locator('.calendar-grid a[href="#day-2026-11-18"]').click();
    await expect.poll(() => days().getAttribute('id'), patience).toBe('day-2026-11-18');
    await page.reload();
    expect(await days().getAttribute('id')).toBe('day-2026-11-18');
    await page.getByRole('button', { name: '달', exact: true }).click();
    expect(await days().count()).toBe(30);
  });
});

test('on a wide screen the whole month stands, whatever the address says', async () => {
  await visit(
    '/calendar/2026-11/?view=day',
    async (page) => {
      expect(await page.locator('.calendar-day:visible').count()).toBe(30);
      expect(await page.locator('.calendar-turn').isVisible()).toBe(false);
    },
    { width: 1280 },
  );
});

test('today is the day of the reader’s clock in Korea, also after the page was made', async () => {
  expect(pageAt('/calendar/2026-11/')).toContain('<a href="#day-2026-11-24" aria-current="date">');
  const marked = async (page: Page) => [
    await page.locator('[aria-current="date"]').getAttribute('href'),
    await page.locator('.calendar-day.today').getAttribute('id'),
    await page.locator('.calendar-now').getAttribute('href'),
  ];
  await visit('/calendar/2026-11/', async (page) =>
    expect(await marked(page)).toEqual(['#day-2026-11-24', 'day-2026-11-24', '#day-2026-11-24']),
  );
  const later = { at: '2026-11-25T00:10:00+09:00' };
  await visit(
    '/calendar/2026-11/',
    async (page) => expect(await marked(page)).toEqual(['#day-2026-11-25', 'day-2026-11-25', '#day-2026-11-25']),
    later,
  );
});

test.each(['light', 'dark'] as const)('axe finds nothing to mend while choices are open, %s', async (colorScheme) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, colorScheme });
  const page = await context.newPage();
  await page.goto(`${site.origin}/calendar/2026-11/?view=week&region=seoul`);
  await page.locator('summary', { hasText: '골라 보기' }).click();
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
  );
  await context.close();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('results are linked to where they will stand', () => {
  expect(linksOf(pageAt('/calendar/2026-11/'))).toEqual(
    expect.arrayContaining([`/results/${ids.upcoming}/`, `/notices/${ids.upcoming}/`]),
  );
});
