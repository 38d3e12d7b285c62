import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../browser.ts';
import { complaints, movedBy, phonePage, tooSmall } from '../search/look.ts';
import { searchableSite } from '../search/searchable-site.ts';

let site: Awaited<ReturnType<typeof searchableSite>>;
let browser: Browser;

beforeAll(async () => {
  site = await searchableSite();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function at(path: string, more: Parameters<typeof phonePage>[1] = {}) {
  const page = await phonePage(browser, more);
  await page.goto(site.origin + path);
  return page;
}

/** Waits as long as a busy machine may need. */
const until = <Value>(read: () => Value) => expect.poll(read, { timeout: 20_000 });
const said = (page: Page) => page.locator('[data-filters-said]');
const names = (page: Page) => page.locator('[data-filters-rows] a').allTextContents();
const open = (page: Page) => page.locator('.filters summary').click();

test('what is chosen is found at once, and stands in the address', async () => {
  const page = await at('/notices/');
  await open(page);
  await page.selectOption('[name=place]', { label: '서울' });
  await until(() => said(page).textContent()).toBe('4건');
  await page.selectOption('[name=unit]', { label: '강남구' });
  await page.selectOption('[name=state]', { label: '접수 예정' });
  await until(() => said(page).textContent()).toBe('1건');
  expect(await names(page)).toEqual(['등대마을 셋째 단지']);
  expect(new URL(page.url()).search).toBe('?place=11680&state=upcoming');
  expect(await page.locator('[data-filters-all]').isVisible()).toBe(false);
  await page.click('text=모두 지우기');
  await until(() => new URL(page.url()).search).toBe('');
  expect(await page.locator('[data-filters-all]').isVisible()).toBe(true);
  await page.context().close();
});

test('an address with conditions shows what they find without anything moving, and fills the form', async () => {
  const page = await at('/notices/?place=41110&year=2025&special=newlywed&sort=newest&utm_source=x');
  await until(() => said(page).textContent()).toMatch(/^\d+건$/);
  expect(await movedBy(page)).toBe(0);
  expect(await page.locator('.filters details, details.filters').getAttribute('open')).toBeNull();
  expect(await page.locator('[name=unit]').inputValue()).toBe('41110');
  expect(await page.locator('[name=sort]').inputValue()).toBe('newest');
  expect(await page.locator('[value=newlywed]').isChecked()).toBe(true);
  expect(await page.locator('[data-filters-count]').textContent()).toBe('3개');
  await page.context().close();
});

test('shows thirty at a time, and as many again after going back', async () => {
  const page = await at('/notices/?place=41110');
  await until(() => said(page).textContent()).toBe('105건');
  expect(await names(page)).toHaveLength(30);
  await page.click('text=더 보기');
  expect(await names(page)).toHaveLength(60);
  await page.locator('[data-filters-rows] a').nth(45).click();
  await page.waitForURL(/\/notices\/2025\d+\//);
  await page.goBack();
  await until(() => page.locator('[data-filters-rows] a').count()).toBe(60);
  await page.context().close();
});

test('the list of a place is narrowed within it', async () => {
  const page = await at('/notices/region/gyeonggi/');
  await open(page);
  expect(await page.locator('[name=place]').count()).toBe(0);
  await until(() => page.locator('[name=unit] option').allTextContents()).toContain('수원시');
  await page.selectOption('[name=unit]', { label: '수원시' });
  await until(() => said(page).textContent()).toBe('105건');
  await page.context().close();
});

test('tells which condition to drop where nothing is found, and drops it', async () => {
  const page = await at('/notices/?place=41110&state=open');
  await until(() => said(page).textContent()).toBe('0건');
  const drop = page.locator('[data-filters-drops] button').filter({ hasText: '접수중' });
  expect(await drop.textContent()).toBe('‘접수중’ 빼기 (105건)');
  await drop.click();
  await until(() => said(page).textContent()).toBe('105건');
  expect(new URL(page.url()).search).toBe('?place=41110');
  await page.context().close();
});

test.each([
  ['kind=officetel', /^오피스텔|^\S/, 1],
  ['tenure=rent', /빌려 사는 단지/, 2],
  ['by=없는회사', /^$/, 0],
  ['zone=speculation&place=41', /등대마을 첫째 단지/, 1],
])('finds by %s', async (query, name, count) => {
  const page = await at(`/notices/?${query}`);
  await until(() => said(page).textContent()).toBe(`${count}건`);
  expect((await names(page)).join(' ')).toMatch(name);
  await page.context().close();
});

test('in the order that was chosen, those that close first leading otherwise', async () => {
  const page = await at('/notices/?state=open');
  await until(() => names(page)).toHaveLength(5);
  expect((await names(page))[0]).toBe('등대마을 둘째 단지');
  await page.goto(`${site.origin}/notices/?place=41110&sort=newest`);
  await until(async () => (await names(page))[0]).toBe('수원 105단지');
  await page.context().close();
});

test('an address that means nothing here leaves the list as it is', async () => {
  const page = await at('/notices/?place=../&kind=x&price=y&utm_source=z');
  await until(() => page.locator('[data-filters-all]').isVisible()).toBe(true);
  expect(await page.locator('[data-filters-found]').isVisible()).toBe(false);
  await page.context().close();
});

test('without scripts there is the list alone', async () => {
  const page = await at('/notices/?state=open', { javaScriptEnabled: false });
  expect(await page.locator('.filters').isVisible()).toBe(false);
  expect(await page.locator('[data-filters-all]').isVisible()).toBe(true);
  expect(await page.locator('main a[href="/notices/open/"]').isVisible()).toBe(true);
  await page.context().close();
});

test('nothing is asked for before they are opened', async () => {
  const page = await phonePage(browser);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.origin}/notices/`);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path.startsWith('/search/'))).toEqual([]);
  await page.context().close();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing to mend in %s, and what can be touched is large enough',
  async (colorScheme) => {
    const page = await at('/notices/?place=41110', { colorScheme });
    await until(() => said(page).textContent()).toBe('105건');
    await open(page);
    expect(await complaints(page)).toEqual([]);
    expect(await tooSmall(page, '[data-filters]')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.goto(`${site.origin}/notices/?place=41110&state=open`);
    await until(() => page.locator('[data-filters-drops] button').count()).toBeGreaterThan(0);
    expect(await complaints(page)).toEqual([]);
    await page.context().close();
  },
);
