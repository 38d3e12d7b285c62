import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../browser.ts';
import { ids } from '../../small-catalog.ts';
import { complaints, movedBy, phonePage, tooSmall } from './look.ts';
import { searchableSite } from './searchable-site.ts';

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
const said = (page: Page) => page.locator('[role=status]').first();
const names = (page: Page) => page.locator('[data-search-rows] a').allTextContents();

describe('the page of the search', () => {
  test('finds while somebody types, says how many, and keeps the query in its address', async () => {
    const page = await at('/search/');
    await page.locator('#search-words').pressSequentially('등대마을 셋');
    await until(() => said(page).textContent()).toBe('1건');
    expect(await names(page)).toEqual(['등대마을 셋째 단지']);
    expect(await page.locator('[data-search-rows] .badge').textContent()).toBe('접수 예정');
    expect(decodeURIComponent(page.url())).toContain('/search/?q=등대마을 셋');
    expect(await page.locator('[data-search-ways]').isVisible()).toBe(false);
    await page.locator('#search-words').fill('');
    expect(page.url()).toBe(`${site.origin}/search/`);
    expect(await page.locator('[data-search-ways]').isVisible()).toBe(true);
    await page.context().close();
  });

  test('shows what its address asks for without anything moving, thirty at a time, and again after going back', async () => {
    const page = await at('/search/?q=수원');
    await until(() => said(page).textContent()).toBe('105건');
    expect(await movedBy(page)).toBe(0);
    expect(await names(page)).toHaveLength(30);
    await page.click('text=더 보기');
    expect(await names(page)).toHaveLength(60);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe((await names(page))[30]);
    await page.locator('[data-search-rows] a').nth(40).click();
    await page.waitForURL(/\/notices\/2025\d+\//);
    await page.goBack();
    await until(() => page.locator('[data-search-rows] a').count()).toBe(60);
    await page.context().close();
  });

  test('arrow keys go from the box through the results and back', async () => {
    const page = await at('/search/');
    await page.locator('#search-words').fill('등대마을');
    await until(() => page.locator('[data-search-rows] a').count()).toBeGreaterThan(2);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('ArrowDown');
    const [first, second] = await names(page);
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(second);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-words');
    await page.context().close();
  });

  test('helps where it finds nothing, and says where it looked for something else', async () => {
    const page = await at('/search/?q=그런이름없다');
    await until(() => said(page).textContent()).toBe('0건');
    expect(await page.locator('main').textContent()).toContain('찾은 공고가 없습니다');
    expect(await page.locator('[data-search-ways]').isVisible()).toBe(true);
    await page.locator('#search-words').fill('emdeoakdmf');
    await until(() => said(page).textContent()).toMatch(/^‘등대마을’ 검색 결과입니다. \d건$/);
    await page.context().close();
  });

  test('without scripts it says so and offers the lists', async () => {
    const page = await at('/search/', { javaScriptEnabled: false });
    expect(await page.locator('.search-unscripted').isVisible()).toBe(true);
    expect(await page.locator('#search-words').isVisible()).toBe(false);
    expect(await page.locator('main a[href^="/notices/region/"]').count()).toBe(17);
    await page.context().close();
  });

  test('says so where the index cannot be had', async () => {
    const page = await phonePage(browser);
    await page.route('**/search/notices.json', (route) => route.abort());
    await page.goto(`${site.origin}/search/?q=등대`);
    await until(() => said(page).textContent()).toContain('지금은 찾을 수 없습니다');
    expect(await page.locator('[data-search-ways]').isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('the search over a page', () => {
  test('opens from the header, offers with the keyboard, and gives the focus back', async () => {
    const page = await at('/notices/');
    const link = page.locator('[data-search]');
    await link.focus();
    await page.keyboard.press('Enter');
    const box = page.locator('#search-anywhere');
    await until(() => box.evaluate((each) => each === document.activeElement)).toBe(true);
    await box.pressSequentially('등대마을');
    await until(() => box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('.search-dialog [aria-selected=true]');
    expect(await box.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    expect(await box.getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('Escape');
    expect(await page.locator('.search-dialog').isVisible()).toBe(false);
    expect(await link.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test('leads to what is chosen, and to all that was found where nothing is', async () => {
    const page = await at('/notices/');
    await page.click('[data-search]');
    await page.locator('#search-anywhere').fill('등대마을 둘째');
    await until(() => page.locator('.search-dialog [role=option]').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/notices/${ids.closing}/`);
    await page.goto(`${site.origin}/notices/`);
    await page.click('[data-search]');
    await page.locator('#search-anywhere').fill('등대마을');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=/);
    await until(() => page.locator('[data-search-rows] a').count()).toBeGreaterThan(2);
    await page.context().close();
  });

  test('the key / goes to the box of the page; in a box it is a letter', async () => {
    const page = await at('/notices/');
    await page.keyboard.press('/');
    await until(() => page.evaluate(() => document.activeElement?.id)).toBe('search-words');
    await page.keyboard.press('/');
    expect(await page.locator('#search-words').inputValue()).toBe('/');
    await page.context().close();
  });

  test('asks for nothing before it is opened', async () => {
    const page = await phonePage(browser);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site.origin}/notices/`);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.startsWith('/search/'))).toEqual([]);
    await page.context().close();
  });
});

test('the box of a page offers over what follows, and nothing moves', async () => {
  const page = await at('/notices/');
  const top = () =>
    page
      .locator('h2')
      .first()
      .evaluate((each) => each.getBoundingClientRect().top);
  const before = await top();
  await page.locator('#search-words').pressSequentially('등대');
  await until(() => page.locator('main [role=option]').count()).toBeGreaterThan(2);
  expect(await top()).toBe(before);
  await page.keyboard.press('Escape');
  expect(await page.locator('main [role=listbox]').isVisible()).toBe(false);
  expect(await movedBy(page)).toBe(0);
  await page.context().close();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing to mend in %s, and what can be touched is large enough',
  async (colorScheme) => {
    const page = await at('/search/?q=수원', { colorScheme });
    await until(() => page.locator('[data-search-rows] a').count()).toBe(30);
    expect(await complaints(page)).toEqual([]);
    expect(await tooSmall(page, '[data-search-page]')).toEqual([]);
    await page.goto(`${site.origin}/notices/`);
    await page.click('[data-search]');
    await page.locator('#search-anywhere').fill('등대');
    await until(() => page.locator('.search-dialog [role=option]').count()).toBeGreaterThan(2);
    await page.keyboard.press('ArrowDown');
    expect(await complaints(page)).toEqual([]);
    expect(await tooSmall(page, '.search-dialog')).toEqual([]);
    await page.context().close();
  },
);
