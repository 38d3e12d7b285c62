import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchBrowser, withWebGl } from '../../browser.ts';
import { serveSite } from '../pages/serve-site.ts';
import { asOf } from '../small-catalog.ts';
import { archiveOf, vectorTile } from './pmtiles-archive.ts';
import { renderMap } from './render-map.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const file = join(folder, 'operator.pmtiles');
const meadow =
  '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="#00ff00"/></svg>';
let client: string;
let browser: Browser;

beforeAll(async () => {
  writeFileSync(file, archiveOf('png', new Resvg(meadow).render().asPng()));
  vi.stubEnv('MAP_TILES', file);
  client = await renderMap(folder, 'site');
  vi.unstubAllEnvs();
  browser = await launchBrowser(withWebGl);
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the map over the tiles that lie in the site. */
async function look() {
  const site = await serveSite(client);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.clock.setFixedTime(asOf);
  const said: string[] = [];
  const parts: string[] = [];
  page.on('console', (message) => {
    // The release writes the service worker, which is not here.
    if (!message.text().includes('Service Worker')) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  context.on('request', (request) => {
    if (request.url().endsWith('/map/tiles.pmtiles')) parts.push(request.headers()['range'] ?? 'all of it');
  });
  await page.goto(`${site.origin}/map/`);
  await page.locator('.map-open').click();
  await page.locator('.map-pin').first().waitFor();
  await page.waitForLoadState('networkidle');
  const end = async () => {
    await context.close();
    site.close();
  };
  return { page, said, parts, end };
}

/** The colour of the ground in a corner of the map. */
async function cornerOf(page: Page) {
  const picture = (await page.locator('.map-canvas').screenshot()).toString('base64');
  return page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    drawing.drawImage(image, 0, 0);
    const [red, green, blue] = drawing.getImageData(8, 8, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
  }, picture);
}

test('an operator’s tiles are copied into the site in place of our own land', () => {
  expect(readFileSync(join(client, 'map/tiles.pmtiles')).equals(readFileSync(file))).toBe(true);
  expect(() => readFileSync(join(client, 'map/land.json'))).toThrow();
  expect(readFileSync(join(client, 'map/index.html'), 'utf8')).toContain('data-tiles="/map/tiles.pmtiles"');
});

test('pictures are read in parts and drawn, and who made them is named', async () => {
  const { page, said, parts, end } = await look();
  expect(parts.length).toBeGreaterThan(0);
  expect(parts.filter((part) => !part.startsWith('bytes='))).toEqual([]);
  await expect.poll(() => page.locator('.maplibregl-ctrl-attrib').textContent()).toContain('어느 지도');
  await expect.poll(() => cornerOf(page), { timeout: 10_000 }).toBe('rgb(0, 255, 0)');
  expect(said).toEqual([]);
  await end();
});

test('vector tiles are drawn in our colours, their names with the letters of the device', async () => {
  writeFileSync(join(client, 'map/tiles.pmtiles'), archiveOf('mvt', vectorTile()));
  const { page, said, end } = await look();
  await expect.poll(() => cornerOf(page), { timeout: 10_000 }).toBe('rgb(255, 255, 255)');
  expect(said).toEqual([]);
  await end();
});

test('the content policy lets in the host of an operator’s style, and no other', async () => {
  vi.stubEnv('MAP_TILES', 'https://maps.example/styles/plain.json');
  vi.resetModules();
  const { safetyHeaders } = await import('../../../site/origin/safety-headers.ts');
  vi.unstubAllEnvs();
  const policy = safetyHeaders[safetyHeaders.indexOf('Content-Security-Policy') + 1]!;
  expect(policy).toContain("connect-src 'self' https://maps.example;");
  expect(policy).toContain("img-src 'self' data: blob: https://maps.example;");
  expect(policy).toContain("script-src 'self';");
});
