import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { renderPages } from '../../../site/release/render.ts';
import { launchBrowser } from '../../browser.ts';
import { renderSite } from '../pages/render-site.ts';
import { serveSite } from '../pages/serve-site.ts';
import { ids, smallCatalog } from '../small-catalog.ts';

/* What the pages say some time after they were built, in a browser whose clock has moved on. */

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const facts = join(folder, 'facts.db');
let site: Awaited<ReturnType<typeof serveSite>>;
let client: string;
let browser: Browser;

beforeAll(async () => {
  const catalog = await smallCatalog(join(folder, 'data'));
  catalog.copyTo(facts);
  catalog.close();
  client = await renderSite(folder, 'site');
  site = await serveSite(client);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function builtAt(at: Date) {
  const work = join(folder, String(at.getTime()));
  mkdirSync(work);
  const out = join(work, 'client');
  await renderPages({ work, client: out, facts, asOf: at, siteUrl: 'https://lighthouse.example', notices: 120 });
  return out;
}

type Options = Parameters<Browser['newContext']>[0];

async function visitor(options: Options = {}): Promise<[Page, BrowserContext]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, ...options });
  onTestFinished(() => context.close());
  return [await context.newPage(), context];
}

async function pageAt(path: string, at: string, options?: Options) {
  const [page] = await visitor(options);
  await page.clock.install({ time: new Date(at) });
  await page.goto(site.origin + path);
  return page;
}

/** The state of every notice that a list names. */
function statesOf(page: Page) {
  return page
    .locator('.notices > li')
    .evaluateAll((rows) =>
      rows.map((row) => [row.querySelector('a')!.getAttribute('href')!, row.querySelector('.badge')?.textContent]),
    );
}

test.each(['2026-11-24T17:30:00+09:00', '2026-11-26T09:00:30+09:00'])(
  'at %s badges say what a page built then says',
  { timeout: 120_000 },
  async (at) => {
    const then = await serveSite(await builtAt(new Date(at)));
    onTestFinished(() => then.close());
    const [fresh] = await visitor({ javaScriptEnabled: false });
    await fresh.goto(`${then.origin}/notices/`);
    const built = new Map(await statesOf(fresh).then((states) => states as [string, string][]));
    const corrected = await statesOf(await pageAt('/notices/', at));
    const known = corrected.filter(([href]) => built.has(href!));
    expect(known.length).toBeGreaterThan(10);
    expect(known.filter(([href, words]) => words !== built.get(href!))).toEqual([]);

    for (const id of [ids.open, ids.closing, ids.upcoming, ids.optional, ids.announced, ids.held]) {
      const head = '.head .badge:visible';
      await fresh.goto(`${then.origin}/notices/${id}/`);
      const page = await pageAt(`/notices/${id}/`, at);
      expect([id, await page.locator(head).allTextContents()]).toEqual([
        id,
        await fresh.locator(head).allTextContents(),
      ]);
    }
  },
);

test('a page that stays open turns with the minute', async () => {
  const page = await pageAt('/', '2026-11-24T17:28:50+09:00');
  const row = page.locator('#closing li').first();
  await page.clock.pauseAt(new Date('2026-11-24T17:29:10+09:00'));
  expect(await row.locator('.badge').textContent()).toBe('오늘 마감');
  expect(await row.locator('.closes').innerText()).toBe('17:30까지 · 1분 미만 남음');
  await page.clock.runFor(60_000);
  expect(await row.locator('.badge').textContent()).toBe('접수 마감');
  expect((await row.locator('.closes').innerText()).trim()).toBe('17:30까지');
  expect(await row.locator('.now').isVisible()).toBe(false);
});

test('the head says how old the information is, on a page that may ask', async () => {
  const page = await pageAt('/about/', '2026-11-24T10:12:30+09:00');
  await expect.poll(() => page.locator('#age').textContent(), { timeout: 5_000 }).toBe('12분 전 정보');
  await page.goto(`${site.origin}/score/`);
  expect(await page.locator('#age').count()).toBe(0);
});

test('letters and brightness that were chosen hold on every page, and can be chosen with the keyboard', async () => {
  const [page] = await visitor({ colorScheme: 'light' });
  const look = () =>
    page.evaluate(() => [
      getComputedStyle(document.documentElement).fontSize,
      getComputedStyle(document.body).backgroundColor,
      document.querySelector<HTMLMetaElement>('[name="theme-color"]')!.content,
    ]);
  await page.goto(site.origin);
  expect(await look()).toEqual(['10px', 'rgb(255, 255, 255)', '#ffffff']);
  await page.locator('#display summary').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: '글자 크기' }).getByRole('radio', { name: '보통' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('radio', { name: '기기 설정대로' }).focus();
  await page.keyboard.press('ArrowUp');
  const chosen = ['13px', 'rgb(19, 20, 22)', 'rgb(19, 20, 22)'];
  expect(await look()).toEqual(chosen);
  await page.keyboard.press('Escape');
  expect(await page.locator('#display').getAttribute('open')).toBeNull();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  await page.goto(`${site.origin}/about/`);
  expect(await look()).toEqual(chosen);
  await page.locator('#display summary').click();
  expect(
    await page
      .getByRole('radio', { checked: true })
      .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)),
  ).toEqual(['xlarge', 'dark']);
  await page.mouse.click(5, 700);
  expect(await page.locator('#display').getAttribute('open')).toBeNull();
});

test('dark by choice is dark by device', async () => {
  const colours = async (colorScheme: 'light' | 'dark', theme: string | null) => {
    const [page, context] = await visitor({ colorScheme });
    if (theme)
      await context.addInitScript((kept) => localStorage.setItem('lighthouse.theme', kept), JSON.stringify(theme));
    await page.goto(site.origin);
    return page.evaluate(() =>
      ['body', 'h1', '.badge', '.tiles a', 'footer', '.hero'].map((each) => {
        const { color, backgroundColor } = getComputedStyle(document.querySelector(each)!);
        return [color, backgroundColor];
      }),
    );
  };
  const [light, dark] = [await colours('light', null), await colours('dark', null)];
  expect(light).not.toEqual(dark);
  expect(await colours('light', 'dark')).toEqual(dark);
  expect(await colours('dark', 'light')).toEqual(light);
  expect(await colours('dark', 'system')).toEqual(dark);
});

test('what scripts fill moves nothing', async () => {
  for (const path of ['/', '/notices/', `/notices/${ids.closing}/`, '/404.html']) {
    const page = await pageAt(path, '2026-11-24T10:30:00+09:00');
    await page.waitForTimeout(600);
    const moved = await page.evaluate(
      () =>
        new Promise<number>((tell) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => setTimeout(() => tell(sum), 50));
        }),
    );
    expect([path, moved]).toEqual([path, 0]);
  }
});

test('an address that leads nowhere is answered with where it may have been meant to lead', async () => {
  const [page] = await visitor();
  const body = readFileSync(join(client, '404.html'), 'utf8');
  const ask = async (path: string) => {
    await page.route(site.origin + path, (route) => route.fulfill({ status: 404, contentType: 'text/html', body }));
    await page.goto(site.origin + path);
  };
  await ask(`/notice/${ids.open}`);
  const link = page.locator('#suggestion a');
  await link.waitFor();
  expect(await page.locator('#suggestion').textContent()).toBe(
    `공고번호 ${ids.open}의 페이지는 여기에 없습니다. 이 번호의 공고 보기`,
  );
  expect(await link.getAttribute('href')).toBe(`/notices/${ids.open}/`);
  await ask('/notices/region/jeju/nowhere/');
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe('/notices/region/jeju/');
});

test('what every page runs leaves nearly half of the 6 kB to the page', () => {
  const html = readFileSync(join(client, 'about/index.html'), 'utf8');
  const taken = new Set<string>();
  const take = (file: string) => {
    if (taken.has(file)) return;
    taken.add(file);
    const code = readFileSync(join(client, '_astro', file), 'utf8');
    // What is imported when it is needed comes later.
    for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) take(name!);
  };
  for (const [, file] of html.matchAll(/<script type="module" src="\/_astro\/([^"]+)"/g)) take(file!);
  const weight = [...taken].reduce((sum, file) => sum + gzipSync(readFileSync(join(client, '_astro', file))).length, 0);
  expect(taken.size).toBeGreaterThan(0);
  expect(weight).toBeLessThanOrEqual(3_100);
});
