import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
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

async function visit(id: string, options: BrowserContextOptions = {}, before?: (page: Page) => Promise<unknown>) {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await before?.(page);
  await page.goto(`${site.origin}/notices/${id}/`);
  return page;
}

/** Stands in for what a headless browser lacks: the share sheet of a phone, the clipboard, a printer. */
function withDevice(page: Page, sheet: 'shares' | 'is closed' | 'is missing') {
  return page.addInitScript((what) => {
    const did: string[] = [];
    Object.assign(globalThis, { did, print: () => did.push('printed') });
    const sheetOf = {
      shares: ({ url }: { url: string }) => (did.push(`shared ${url}`), Promise.resolve()),
      'is closed': () => Promise.reject(new DOMException('', 'AbortError')),
      'is missing': undefined,
    };
    if (sheetOf[what]) Object.defineProperty(navigator, 'share', { value: sheetOf[what] });
    else Reflect.deleteProperty(Navigator.prototype, 'share');
    const clipboard = { writeText: (text: string) => (did.push(`copied ${text}`), Promise.resolve()) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard });
  }, sheet);
}

function done(page: Page) {
  return page.evaluate(() => (globalThis as unknown as { did: string[] }).did);
}

test('the address is handed to the share sheet, or copied where there is none', async () => {
  const shared = await visit(ids.open, {}, (page) => withDevice(page, 'shares'));
  await shared.getByRole('button', { name: '주소 보내기' }).click();
  expect(await done(shared)).toEqual([`shared ${site.origin}/notices/${ids.open}/`]);

  const copied = await visit(ids.open, {}, (page) => withDevice(page, 'is missing'));
  await copied.getByRole('button', { name: '주소 보내기' }).click();
  await copied.getByText('주소를 복사했습니다.').waitFor();
  expect(await done(copied)).toEqual([`copied ${site.origin}/notices/${ids.open}/`]);
});

test('who closes the share sheet is told nothing; the page can be printed', async () => {
  const page = await visit(ids.open, {}, (each) => withDevice(each, 'is closed'));
  await page.getByRole('button', { name: '주소 보내기' }).click();
  await page.getByRole('button', { name: '인쇄' }).click();
  expect(await done(page)).toEqual(['printed']);
  expect(await page.locator('[data-said]').textContent()).toBe('');
});

test('without scripts nothing is offered that only a script can do', async () => {
  const page = await visit(ids.open, { javaScriptEnabled: false });
  expect(await page.locator('.notice-tools button').first().isVisible()).toBe(false);
  await page.getByText('내 달력에 담기').click();
  expect(await page.getByRole('link', { name: '남은 일정 모두 받기' }).isVisible()).toBe(true);
});

test.each([320, 360, 390])(
  'at %i px every figure of a house type stands under its name, and nothing scrolls sideways',
  async (width) => {
    const page = await visit(ids.doubtful, { viewport: { width, height: 800 } });
    const row = page.locator('.notice-stack tbody tr').first();
    expect((await row.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/84\.98A 전용 84\.98㎡ 25\.7평 공급 112\.54㎡/);
    const inner = await page.locator('.notice-stack').evaluateAll((tables) => tables.map((each) => each.scrollWidth));
    expect(Math.max(...inner)).toBeLessThanOrEqual(width);
  },
);

test('on a wide screen the same figures are a table, their names at its head alone', async () => {
  const page = await visit(ids.open, { viewport: { width: 1280, height: 800 } });
  expect(await page.locator('.notice-stack td i').first().isVisible()).toBe(false);
  expect(await page.getByRole('columnheader', { name: '3.3㎡당(공급)' }).isVisible()).toBe(true);
  expect(await page.getByRole('cell', { name: '5억 4,000만원' }).isVisible()).toBe(true);
});

test('a page that is older than the hour it speaks of does not call a receipt open', async () => {
  const at = (instant: string) => (page: Page) => page.clock.setFixedTime(new Date(instant));
  const open = await visit(ids.open, {}, at('2026-11-24T12:00:00+09:00'));
  expect(await open.getByText('지금 접수중').first().isVisible()).toBe(true);
  const closed = await visit(ids.open, {}, at('2026-11-24T17:31:00+09:00'));
  await closed.getByText('지금 접수중').first().waitFor({ state: 'hidden' });
});

test('on paper stand the days, the figures, whom to ask and where it comes from, and nothing to press', async () => {
  const page = await visit(ids.open);
  await page.emulateMedia({ media: 'print' });
  for (const words of ['1순위 해당지역·기타경기·기타지역 접수', '5억 4,000만원', '031-941-0998', '비공식 안내입니다'])
    expect(await page.getByText(words).filter({ visible: true }).count(), words).toBeGreaterThan(0);
  for (const part of ['.notice-tools', '.notice-calendar', '.notice-words', '.notice-maps', '.notice-related', 'nav'])
    for (const each of await page.locator(part).all()) expect(await each.isVisible(), part).toBe(false);
});

test('the style of the page weighs at most 2 kB, its script less than half', () => {
  const weights = (pattern: string) =>
    globSync(pattern, { cwd: client }).map((file) => gzipSync(readFileSync(join(client, file))).length);
  const [style] = weights('_astro/notice.*.css');
  const [script] = weights('_astro/NoticeTools*.js');
  expect(style).toBeLessThan(2_000);
  expect(script).toBeLessThan(1_000);
});
