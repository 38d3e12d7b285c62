import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../browser.ts';
import { ids } from '../../small-catalog.ts';
import { keepingSite } from '../saved/keeping-site.ts';
import { complaints, movedBy, phonePage, tooSmall } from '../search/look.ts';

let site: Awaited<ReturnType<typeof keepingSite>>;
let browser: Browser;

beforeAll(async () => {
  site = await keepingSite();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** Waits as long as a busy machine may need. */
const until = <Value>(read: () => Value) => expect.poll(read, { timeout: 20_000 });
const names = (page: Page) => page.locator('.compare-name').allTextContents();
const cells = (page: Page, row: string) =>
  page.locator(`.compare-table tr:has(> th:text-matches("^${row}")) > td`).allTextContents();
const query = (page: Page) => new URL(page.url()).search;
const four = [ids.open, ids.upcoming, ids.officetel, ids.placeless];

/** Opens a comparison, and waits until it is there. */
async function at(chosen: string, more: Parameters<typeof phonePage>[1] = {}) {
  const page = await phonePage(browser, more);
  await page.goto(`${site.origin}/compare/?n=${chosen}`);
  await until(() => page.locator('.compare-name').count()).toBeGreaterThan(0);
  return page;
}

test('an address shows what it names side by side, and nothing moves', async () => {
  const page = await at(`${ids.open},${ids.upcoming}.01`);
  expect(await names(page)).toEqual(['등대마을 첫째 단지', '등대마을 셋째 단지']);
  expect(await page.locator('.compare-type').nth(1).inputValue()).toBe('01');
  expect(await cells(page, '최고 분양가')).toEqual(['5억 4,000만원 ~ 12억원', '5억 3,000만원']);
  expect(await cells(page, '청약 접수')).toEqual(['11월 23일(월) ~ 25일(수)', '11월 25일(수) ~ 27일(금)']);
  expect(query(page)).toBe(`?n=${ids.open},${ids.upcoming}.01`);
  expect(await movedBy(page)).toBe(0);
  await page.context().close();
});

test('what differs is heavier, what is the same says so, and what leads is told in words', async () => {
  const page = await at(`${ids.open}.01,${ids.upcoming}.01`);
  const same = page.locator('tr:has(> th:text-matches("^공급 유형"))');
  expect(await same.locator('th').textContent()).toBe('공급 유형모두 같음');
  const price = page.locator('tr:has(> th:text-matches("^최고 분양가")) > td');
  expect(await price.allTextContents()).toEqual(['5억 4,000만원', '5억 3,000만원 가장 낮음']);
  const weight = (of: typeof price) => of.first().evaluate((each) => getComputedStyle(each).fontWeight);
  expect([await weight(same.locator('td')), await weight(price)]).toEqual(['400', '700']);
  await page.check('[data-compare-differing]');
  expect(await same.count()).toBe(0);
  expect(await price.count()).toBe(2);
  await page.context().close();
});

test('a house type that is chosen stands in the address, and in the comparison from then on', async () => {
  const page = await at(ids.open);
  await page.selectOption('.compare-type', { label: '59.00' });
  await until(() => query(page)).toBe(`?n=${ids.open}.03`);
  expect(await cells(page, '주택형')).toEqual(['59.00']);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('compare-type');
  await page.goto(`${site.origin}/compare/`);
  await until(() => query(page)).toBe(`?n=${ids.open}.03`);
  await page.context().close();
});

test('another address takes nothing from what was put together here', async () => {
  const page = await phonePage(browser);
  await page.goto(`${site.origin}/notices/${ids.open}/`);
  await page.click('[data-keep-compared]');
  expect(await page.locator('[data-keep-compared]').textContent()).toBe('비교에 담음');
  await page.goto(`${site.origin}/compare/?n=${ids.upcoming}`);
  await until(() => names(page)).toEqual(['등대마을 셋째 단지']);
  await page.goto(`${site.origin}/compare/`);
  await until(() => names(page)).toEqual(['등대마을 첫째 단지']);
  await page.context().close();
});

test('notices are added from the search by the keyboard, up to four, and taken out again', async () => {
  const page = await phonePage(browser);
  await page.goto(`${site.origin}/compare/`);
  expect(await page.locator('[data-compare-none]').isVisible()).toBe(true);
  const box = page.locator('#compare-words');
  await box.focus();
  await box.fill('등대마을 둘째');
  await until(() => page.locator('main [role=option]').count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until(() => names(page)).toEqual(['등대마을 둘째 단지']);
  expect(await box.inputValue()).toBe('');
  expect(new URL(page.url()).pathname).toBe('/compare/');
  await box.fill('등대마을 셋째');
  await until(() => page.locator('main [role=option]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await until(() => names(page)).toHaveLength(2);
  await page.locator('.compare-drop').first().focus();
  await page.keyboard.press('Enter');
  await until(() => names(page)).toEqual(['등대마을 셋째 단지']);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('빼기');
  await page.context().close();
});

test('a fifth notice is refused in a sentence, and favourites can be added', async () => {
  const page = await phonePage(browser);
  for (const id of [ids.closing, ids.remainder]) {
    await page.goto(`${site.origin}/notices/${id}/`);
    await page.click('[data-keep-saved]');
  }
  await page.goto(`${site.origin}/compare/?n=${four.slice(1).join(',')}`);
  await until(() => names(page)).toHaveLength(3);
  await page.click('.compare-pick >> text=남은 집');
  await until(() => names(page)).toHaveLength(4);
  await page.click('.compare-pick >> text=등대마을 둘째 단지');
  expect(await page.locator('[data-compare-said]').textContent()).toContain('한 번에 4건까지');
  expect(await names(page)).toHaveLength(4);
  await page.context().close();
});

test('numbers that are no notice are left out', async () => {
  const page = await at(`${ids.open},2019999999,x,../../1,${ids.open}.99`);
  await until(() => page.locator('[data-compare-said]').textContent()).toBe('없는 공고는 뺐습니다.');
  expect(await names(page)).toEqual(['등대마을 첫째 단지']);
  await page.context().close();
});

test('two fit side by side on a phone, more are scrolled to while the names of the rows stay', async () => {
  const page = await at(four.join(','));
  const scroll = page.locator('[data-compare-table]');
  const left = (of: string) =>
    page
      .locator(of)
      .first()
      .evaluate((each) => each.getBoundingClientRect().left);
  const before = await left('.compare-table tbody th[scope=row]');
  await scroll.evaluate((each) => (each.scrollLeft = 150));
  expect(await left('.compare-table tbody th[scope=row]')).toBe(before);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const two = await at(four.slice(0, 2).join(','));
  expect(
    await two.locator('[data-compare-table]').evaluate((each) => each.scrollWidth - each.clientWidth),
  ).toBeLessThanOrEqual(0);
  await page.context().close();
  await two.context().close();
});

test('four notices are one sheet of paper', async () => {
  const page = await at(four.join(','));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.compare-tools').isVisible()).toBe(false);
  await page.context().close();
});

test('says so where its files cannot be had, and where nothing can be kept it still compares', async () => {
  const page = await phonePage(browser);
  await page.route('**/compare/*.json', (route) => route.abort());
  await page.goto(`${site.origin}/compare/?n=${ids.open}`);
  await until(() => page.locator('[data-compare-said]').textContent()).toContain('불러오지 못했습니다');
  await page.unroute('**/compare/*.json');
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto(`${site.origin}/compare/?n=${ids.open},${ids.rent}`);
  await until(() => names(page)).toHaveLength(2);
  await page.click('.compare-drop');
  await until(() => query(page)).toBe(`?n=${ids.rent}`);
  await page.context().close();
});

test('without scripts it says so and leads to the lists', async () => {
  const page = await phonePage(browser, { javaScriptEnabled: false });
  await page.goto(`${site.origin}/compare/?n=${ids.open}`);
  expect(await page.locator('.search-unscripted').isVisible()).toBe(true);
  expect(await page.locator('#compare-words').isVisible()).toBe(false);
  expect(await page.locator('main a[href="/notices/open/"]').isVisible()).toBe(true);
  await page.context().close();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing to mend in %s, and what can be touched is large enough',
  async (colorScheme) => {
    const page = await at(four.join(','), { colorScheme });
    expect(await complaints(page)).toEqual([]);
    expect(await tooSmall(page, 'main')).toEqual([]);
    await page.context().close();
  },
);
