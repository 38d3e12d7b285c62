import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { stateBadges } from '../../../site/words/states.ts';
import { launchBrowser } from '../../browser.ts';
import { ids } from '../small-catalog.ts';
import { linksOf, mainOf } from './built-site.ts';
import { renderSite } from './render-site.ts';
import { serveSite } from './serve-site.ts';

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

function htmlOf(path: string) {
  return readFileSync(join(client, path, 'index.html'), 'utf8');
}

async function visit(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return page;
}

test('the head leads to the five sections and to the search, the foot to everything', () => {
  const html = htmlOf('/about/');
  const head = linksOf(/<header.*?<\/header>/s.exec(html)![0]);
  expect(head).toEqual(['/', '/notices/', '/results/', '/map/', '/calendar/', '/guides/', '/search/']);
  const foot = linksOf(/<footer.*<\/footer>/s.exec(html)![0]);
  for (const room of [...head.slice(1, -1), '/corrections/', '/glossary/', '/score/', '/saved/', '/compare/'])
    expect(foot).toContain(room);
  for (const room of ['/alerts/', '/data/', '/feeds/', '/status/', '/privacy/', '/about/'])
    expect(foot).toContain(room);
});

test('the section that a page belongs to is marked', () => {
  expect(htmlOf(`/notices/${ids.open}/`)).toMatch(/<a href="\/notices\/" aria-current="true"[^>]*>\s*공고/);
  expect(htmlOf('/results/')).toMatch(/<a href="\/results\/" aria-current="true"[^>]*>\s*결과/);
});

test.each([320, 360, 390])(
  'on a phone of %i px the head is two lines under one that says whose site it is',
  async (width) => {
    const page = await visit('/about/', { viewport: { width, height: 800 } });
    const tops = await page
      .locator('header.site :is(.brand, nav a, .search, summary)')
      .evaluateAll((all) =>
        all.map((each) => Math.round(each.getBoundingClientRect().top + each.getBoundingClientRect().height / 2)),
      );
    expect(new Set(tops).size).toBe(2);
  },
);

test('what only a script can do is not offered where none runs', async () => {
  const page = await visit('/', { javaScriptEnabled: false });
  expect(await page.locator('.scripted:visible').count()).toBe(0);
});

test('the largest letters fit the smallest screen', async () => {
  for (const path of ['/', '/notices/', '/results/', '/corrections/', '/design/', '/404.html']) {
    const page = await visit(path, { viewport: { width: 320, height: 800 } });
    await page.evaluate(() => document.documentElement.setAttribute('data-text-size', 'xxlarge'));
    const size = await page.evaluate(() => [
      getComputedStyle(document.documentElement).fontSize,
      document.documentElement.scrollWidth,
    ]);
    expect([path, ...size]).toEqual([path, '15px', 320]);
  }
});

test('on paper there is the page without ways through the site, on white', async () => {
  const page = await visit(`/notices/${ids.open}/`, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.locator('header.site').isVisible()).toBe(false);
  expect(await page.locator('footer nav').isVisible()).toBe(false);
  expect(await page.locator('footer').innerText()).toContain('공식 사이트가 아닙니다.');
  expect(await page.locator('h1').evaluate((h1) => getComputedStyle(h1).color)).toBe(
    await (
      await visit('/', { colorScheme: 'light' })
    )
      .locator('h2')
      .first()
      .evaluate((h2) => getComputedStyle(h2).color),
  );
});

test('where a system chooses the colours badges still have an edge', async () => {
  const page = await visit('/design/', { forcedColors: 'active' });
  const edge = await page
    .locator('.badge')
    .first()
    .evaluate((badge) => getComputedStyle(badge).borderTopWidth);
  expect(edge).toBe('1px');
});

test('nothing moves for those who want it still', async () => {
  const smooth = async (reducedMotion: 'reduce' | 'no-preference') =>
    (await visit('/about/', { reducedMotion })).evaluate(
      () => getComputedStyle(document.documentElement).scrollBehavior,
    );
  expect([await smooth('reduce'), await smooth('no-preference')]).toEqual(['auto', 'smooth']);
});

test('one page shows every state and every kind of list', () => {
  const text = mainOf(htmlOf('/design/'));
  for (const { words } of Object.values(stateBadges)) expect(text).toContain(words);
  const html = htmlOf('/design/');
  for (const name of ['notices', 'rows', 'facts', 'flags', 'choices', 'tiles', 'week', 'table', 'alert', 'ways'])
    expect(html).toMatch(new RegExp(`class="(?:[^"]* )?${name}[ "]`));
});

test('every icon that pages and the manifest name is there', () => {
  const manifest = JSON.parse(readFileSync(join(client, 'manifest.webmanifest'), 'utf8')) as {
    icons: { src: string }[];
  };
  const named = [...htmlOf('/').matchAll(/<link rel="(?:icon|apple-touch-icon)" href="([^"]+)"/g)].map(
    ([, href]) => href!,
  );
  const files = new Set(globSync('**/*.{svg,png}', { cwd: client }).map((file) => `/${file}`));
  for (const icon of [...named, ...manifest.icons.map(({ src }) => src)]) expect(files).toContain(icon);
  expect(named).toHaveLength(2);
});

test('the style that all pages share weighs at most 9 kB', () => {
  const shared = /<link rel="stylesheet" href="\/(_astro\/[^"]+)"/.exec(htmlOf('/about/'))![1]!;
  expect(gzipSync(readFileSync(join(client, shared))).length).toBeLessThanOrEqual(9_000);
});
