import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseInstant } from '../../../db/clock.ts';
import { launchBrowser } from '../../browser.ts';
import { publishedSite, type PublishedSite } from '../../published-site.ts';

const asOf = parseInstant('2026-11-24T10:00:00+09:00');
let site: PublishedSite;
/** Between the browser and the site, so that the connection can break. */
let line: Awaited<ReturnType<typeof openLine>>;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let notices: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([publishedSite('example', asOf), launchBrowser()]);
  line = await openLine(site.url);
  notices = readdirSync(join(site.client, 'notices')).filter((name) => /^\d{10}$/.test(name));
}, 60_000);

afterAll(async () => {
  await browser?.close();
  line?.close();
  await site?.close();
});

beforeEach(async () => {
  line.broken = false;
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = await context.newPage();
});

afterEach(() => context.close());

/** Opens a page, and waits until the service worker has it. */
async function visit(path: string) {
  await page.goto(new URL(path, line.url).href);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const known = () => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined);
  await expect.poll(known, { timeout: 15_000 }).toBe(true);
}

async function open(path: string) {
  await page.goto(new URL(path, line.url).href, { waitUntil: 'load' });
  return page.locator('main').innerText();
}

test('a page that was visited opens without connection, says so, and looks as it did', async () => {
  const path = `/notices/${notices[0]}/`;
  await visit(path);
  const height = await page.evaluate(() => getComputedStyle(document.querySelector('header')!).height);
  line.broken = true;
  expect(await open(path)).toMatch(/연결되지 않아 .+에 받아 둔 화면을 보여드립니다/);
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('header')!).height)).toBe(height);
});

test('with the connection back the page is the new one again', async () => {
  const path = `/notices/${notices[0]}/`;
  await visit(path);
  line.broken = true;
  expect(await open(path)).toContain('받아 둔 화면');
  line.broken = false;
  expect(await open(path)).not.toContain('받아 둔 화면');
});

test('a page that nobody visited says that there is no connection', async () => {
  await visit('/');
  line.broken = true;
  expect(await open(`/notices/${notices[1]}/`)).toContain('인터넷에 연결되지 않았습니다');
});

test('results are not kept, however often they were read', async () => {
  await visit('/');
  const path = `/results/${notices[0]}/`;
  for (const _ of [1, 2]) await page.goto(new URL(path, line.url).href, { waitUntil: 'networkidle' });
  await page.goto(new URL('/results/', line.url).href, { waitUntil: 'networkidle' });
  line.broken = true;
  expect(await open(path)).toContain('인터넷에 연결되지 않았습니다');
  const kept = await page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain('/');
  expect(kept.filter((each) => /^\/(results|status|alerts|data|feeds)\//.test(each))).toEqual([]);
});

test('what was saved is kept without a visit, and goes when it is saved no more', async () => {
  await visit('/');
  const saved = notices.slice(0, 2).map((id) => `/notices/${id}/`);
  const keep = (paths: string[]) =>
    page.evaluate(async (its) => (await navigator.serviceWorker.ready).active!.postMessage({ saved: its }), paths);
  const held = () =>
    page.evaluate(async () => (await (await caches.open('saved')).keys()).map(({ url }) => new URL(url).pathname));
  await keep([...saved, '/results/', 'https://elsewhere.example/']);
  await expect.poll(held, { timeout: 10_000 }).toEqual(saved);
  line.broken = true;
  expect(await open(saved[1]!)).toContain('받아 둔 화면');
  line.broken = false;
  await open('/');
  await keep(saved.slice(0, 1));
  await expect.poll(held, { timeout: 10_000 }).toEqual(saved.slice(0, 1));
});

test('an answer that is none, a 404 or a 503, is never kept', async () => {
  await visit('/');
  await page.goto(new URL('/no-such-page/', line.url).href);
  expect(await page.evaluate(async () => (await caches.match('/no-such-page/')) === undefined)).toBe(true);
});

test('a new version takes the place of the old one, and takes its shell away', async () => {
  const own = /[0-9a-f]{12}(?=["'`])/.exec(readFileSync(join(site.client, 'sw.js'), 'utf8'))![0];
  line.changed = (path, body) => (path === '/sw.js' ? body.replaceAll(own, 'aaaaaaaaaaaa') : body);
  const shells = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('shell-')));
  await page.goto(line.url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  expect(await shells()).toEqual(['shell-aaaaaaaaaaaa']);
  line.changed = (path, body) => (path === '/sw.js' ? body.replaceAll(own, 'bbbbbbbbbbbb') : body);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect.poll(shells, { timeout: 10_000 }).toEqual(['shell-bbbbbbbbbbbb']);
});

async function openLine(to: string) {
  const server = createServer((request, response) => {
    if (opened.broken) return void request.socket.destroy();
    void fetch(new URL(request.url!, to)).then(async (answer) => {
      const { 'content-encoding': _, 'content-length': __, ...headers } = Object.fromEntries(answer.headers);
      const body = Buffer.from(await answer.arrayBuffer());
      // For half a minute a browser may show its own copy and ask afterwards: here it asks first.
      response.writeHead(answer.status, { ...headers, 'cache-control': 'max-age=0' });
      response.end(opened.changed ? opened.changed(request.url!, body.toString()) : body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const opened = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    broken: false,
    /** What becomes of a body on the way, as if a later release had it. */
    changed: undefined as ((path: string, body: string) => string) | undefined,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return opened;
}
