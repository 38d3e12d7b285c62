import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, withWebGl } from '../../browser.ts';
import { serveSite } from '../pages/serve-site.ts';
import { asOf, ids } from '../small-catalog.ts';
import { renderMap } from './render-map.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let client: string;
let site: Awaited<ReturnType<typeof serveSite>>;
let browser: Browser;

beforeAll(async () => {
  client = await renderMap(folder, 'site');
  site = await serveSite(client);
  browser = await launchBrowser(withWebGl);
});

afterAll(async () => {
  await browser?.close();
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page at the hour of the small catalog, and all that it asks for and complains of. */
async function freshPage(options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(asOf);
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('console', (message) => {
    // The release writes the service worker, which is not here.
    if (!message.text().includes('Service Worker')) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  return { context, page, asked, said };
}

async function open(page: Page, path = '/map/') {
  await page.goto(site.origin + path);
  await page.locator('.map-open').click();
  await page.locator('.map-pin').first().waitFor();
}

async function violationsOf(page: Page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** How many colours the ground is painted in, pins aside. */
async function coloursDrawn(page: Page) {
  await page.evaluate(() => document.querySelector('.map-pins')?.remove());
  const picture = (await page.locator('.map-canvas').screenshot()).toString('base64');
  return page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    drawing.drawImage(image, 0, 0);
    const { data } = drawing.getImageData(0, 0, image.width, image.height);
    const pixels = new Map<number, number>();
    for (let i = 0; i < data.length; i += 4) {
      const colour = (data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!;
      pixels.set(colour, (pixels.get(colour) ?? 0) + 1);
    }
    return [...pixels.values()].filter((many) => many > data.length / 400).length;
  }, picture);
}

test('nothing of the moving map is asked for before somebody opens it', async () => {
  const { context, page, asked, said } = await freshPage();
  await page.goto(`${site.origin}/map/`);
  await page.mouse.wheel(0, 2000);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /maplibre|live-map|notices\.json|land\.json/.test(path))).toEqual([]);
  const scripts = asked.filter((path) => path.endsWith('.js')).map((path) => readFileSync(join(client, path)));
  expect(scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)).toBeLessThan(6_000);
  await page.locator('.map-open').click();
  await page.locator('.map-pin').first().waitFor();
  await expect.poll(() => asked).toEqual(expect.arrayContaining(['/map/notices.json', '/map/land.json']));
  expect(said).toEqual([]);
  await context.close();
});

test('the ground is drawn under the content policy, and nothing complains', async () => {
  const { context, page, asked, said } = await freshPage();
  await open(page);
  await expect.poll(() => coloursDrawn(page), { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
  expect(said).toEqual([]);
  expect(asked.filter((path) => path.startsWith('/_astro/maplibre-gl-worker'))).not.toEqual([]);
  await context.close();
});

test('a keyboard alone opens the map, a pin and a notice, and Escape leads back', async () => {
  const { context, page, said } = await freshPage();
  await page.goto(`${site.origin}/map/`);
  await page.locator('.map-open').focus();
  await page.keyboard.press('Enter');
  await page.locator('.map-pin').first().waitFor();
  await expect.poll(() => focused(page)).toContain('청약지도');
  // A pin that stands for several places leads closer; the last one opens.
  for (let i = 0; i < 8 && !(await page.locator('.map-sheet').isVisible()); i++) {
    await page.locator('.maplibregl-canvas').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(700);
  }
  expect(await page.locator('.map-sheet').isVisible()).toBe(true);
  expect(await focused(page)).toBe(await page.locator('.map-sheet h3').textContent());
  expect(await page.locator('.map-sheet').textContent()).toContain('시군구까지만 알려진 위치입니다.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const notice = page.locator('.map-sheet a').first();
  expect(await focused(page)).toBe(await notice.textContent());
  await page.keyboard.press('Escape');
  expect(await page.locator('.map-sheet').isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('map-pin');
  await page.keyboard.press('Enter');
  await notice.click();
  await page.waitForURL(/\/notices\/\d{10}\/$/);
  expect(said).toEqual([]);
  await context.close();
});

test('arrows and plus move the map, and its address says where it is', async () => {
  const { context, page } = await freshPage();
  await open(page);
  await page.locator('.maplibregl-canvas').focus();
  const before = page.url();
  await page.keyboard.press('+');
  await expect.poll(() => page.url()).not.toBe(before);
  await page.locator('.map-in').click();
  await page.waitForTimeout(700);
  const { hash } = new URL(page.url());
  expect(hash).toMatch(/^#map=\d/);
  const other = await freshPage();
  await other.page.goto(`${site.origin}/map/${hash}`);
  await other.page.locator('.maplibregl-canvas').waitFor();
  await other.page.waitForTimeout(300);
  expect(new URL(other.page.url()).hash).toBe(hash);
  await other.context.close();
  await context.close();
});

test('filters keep the notices that are wished for, and the page says how many', async () => {
  const { context, page } = await freshPage();
  await open(page);
  const listed = () => page.locator('.map-seen').textContent();
  const all = await listed();
  await page.locator('select[name=state]').selectOption('');
  await page.locator('select[name=kind]').selectOption('officetel');
  expect(await listed()).not.toBe(all);
  expect(await page.locator('.map-says').textContent()).toMatch(/^지도에 1곳의 공고 1건이 보입니다/);
  await page.locator('.map-seen button').first().click();
  expect(await page.locator('.map-sheet a').getAttribute('href')).toBe(`/notices/${ids.officetel}/`);
  await page.locator('select[name=kind]').selectOption('');
  await page.locator('select[name=state]').selectOption('upcoming');
  await page.locator('.map-seen button').first().click();
  const badges = await page.locator('.map-sheet .badge').allTextContents();
  expect(new Set(badges)).toEqual(new Set(['접수 예정']));
  await context.close();
});

test('the device is asked where it is on a press, and not before', async () => {
  const { context, page } = await freshPage({
    permissions: ['geolocation'],
    geolocation: { longitude: 129.08, latitude: 35.18 },
  });
  await page.addInitScript(() => {
    const original = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
    navigator.geolocation.getCurrentPosition = (...all) => {
      document.documentElement.dataset['asked'] = 'yes';
      original(...all);
    };
  });
  await open(page);
  const wasAsked = () => page.evaluate(() => document.documentElement.dataset['asked']);
  expect(await wasAsked()).toBeUndefined();
  await page.locator('.map-here').click();
  expect(await wasAsked()).toBe('yes');
  await expect.poll(() => page.url(), { timeout: 15_000 }).toMatch(/#map=10\/35\.1\d+\/129\.0/);
  await context.close();
});

test('who refuses to say where they are keeps the map', async () => {
  const { context, page } = await freshPage({ permissions: [] });
  await open(page);
  await page.locator('.map-here').click();
  await expect.poll(() => page.locator('.map-says').textContent()).toMatch(/허락하지 않으셨습니다|찾지 못했습니다/);
  expect(await page.locator('.map-pin').count()).toBeGreaterThan(0);
  await context.close();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing to mend, %s: before, with the map, with a sheet',
  async (colorScheme) => {
    const { context, page } = await freshPage({ colorScheme });
    await page.goto(`${site.origin}/map/`);
    expect(await violationsOf(page)).toEqual([]);
    await open(page);
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('.map-seen button').first().click();
    expect(await violationsOf(page)).toEqual([]);
    await context.close();
  },
);

test('without scripts nothing moving is offered', async () => {
  const { context, page } = await freshPage({ javaScriptEnabled: false });
  await page.goto(`${site.origin}/map/`);
  expect(await page.locator('.map-live').isVisible()).toBe(false);
  expect(await page.locator('.map-tiles a').count()).toBe(230);
  await page.locator('#map-ever').check();
  expect(await page.locator('.map-legend.ever').isVisible()).toBe(true);
  await context.close();
});

test('a browser without WebGL says so, and the map of tiles stays', async () => {
  const { context, page } = await freshPage();
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto(`${site.origin}/map/`);
  await page.locator('.map-open').click();
  await expect.poll(() => page.locator('.map-says').textContent()).toContain('그릴 수 없습니다');
  expect(await page.locator('.map-frame').isVisible()).toBe(false);
  expect(await page.locator('.map-tiles').isVisible()).toBe(true);
  await context.close();
});

test('a map whose data does not come says so, and can be opened again', async () => {
  const { context, page } = await freshPage();
  await page.route('**/map/notices.json', (route) => route.abort());
  await page.goto(`${site.origin}/map/`);
  await page.locator('.map-open').click();
  await expect.poll(() => page.locator('.map-says').textContent()).toContain('열지 못했습니다');
  await page.unroute('**/map/notices.json');
  await page.locator('.map-open').click();
  await page.locator('.map-pin').first().waitFor();
  await context.close();
});

/** What the focus is on, in words. */
function focused(page: Page) {
  return page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  );
}
