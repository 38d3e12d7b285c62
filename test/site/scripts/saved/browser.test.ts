import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../browser.ts';
import { ids } from '../../small-catalog.ts';
import { complaints, movedBy, phonePage, tooSmall } from '../search/look.ts';
import { keepingSite } from './keeping-site.ts';

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
const noticePage = (id: string) => `${site.origin}/notices/${id}/`;
const names = (page: Page) => page.locator('[data-saved-rows] .name').allTextContents();
const said = (page: Page) => page.locator('[data-saved-said]').textContent();

async function keepIn(page: Page, id: string) {
  await page.goto(noticePage(id));
  await page.click('[data-keep-saved]');
}

/** Opens the favourites, and waits until they are there. */
async function openSaved(page: Page) {
  await page.goto(`${site.origin}/saved/`);
  await until(() => page.locator('[data-saved-rows] > li').count()).toBeGreaterThan(0);
}

/** A favourite that was last seen three days before the day of the small catalog, when the winners' day was another. */
const seenBefore = [
  {
    id: ids.open,
    name: '등대마을 첫째 단지',
    place: '41280',
    opens: '2026-11-23',
    closes: '2026-11-25',
    winners: '2026-12-01',
    revision: 0,
    at: '2026-11-21T09:00:00+09:00',
  },
];

async function keepBefore(page: Page, visit?: string) {
  await page.goto(`${site.origin}/saved/`);
  await page.evaluate(
    ([saved, last]) => {
      localStorage.setItem('lighthouse.saved', JSON.stringify(saved));
      if (last) localStorage.setItem('lighthouse.seen', JSON.stringify({ last, before: null }));
    },
    [seenBefore, visit] as const,
  );
}

test('a notice that is kept stays so after a reload, stands among the favourites, and moves nothing', async () => {
  const page = await phonePage(browser);
  await keepIn(page, ids.upcoming);
  const button = page.locator('[data-keep-saved]');
  expect(await button.textContent()).toBe('관심 공고에 담음');
  expect(await page.locator('[data-keep-said]').textContent()).toContain('관심 공고에 담았습니다.');
  await page.reload();
  await until(() => button.getAttribute('aria-pressed')).toBe('true');
  expect(await movedBy(page)).toBe(0);
  await keepIn(page, ids.open);
  await openSaved(page);
  expect(await names(page)).toEqual(['등대마을 셋째 단지', '등대마을 첫째 단지']);
  expect(await page.locator('.saved-next').allTextContents()).toEqual([
    '내일 접수 시작 11월 25일(수)',
    '내일 접수 마감 11월 25일(수)',
  ]);
  expect(await movedBy(page)).toBe(0);
  await page.context().close();
});

test('pressing again takes it out, and what was taken out of the favourites can be put back', async () => {
  const page = await phonePage(browser);
  await keepIn(page, ids.open);
  await page.click('[data-keep-saved]');
  expect(await page.locator('[data-keep-saved]').getAttribute('aria-pressed')).toBe('false');
  await page.click('[data-keep-saved]');
  await openSaved(page);
  await page.keyboard.press('Tab');
  await page.locator('text=빼기').focus();
  await page.keyboard.press('Enter');
  expect(await names(page)).toEqual([]);
  expect(await page.locator('[data-saved-none]').isVisible()).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('되돌리기');
  await page.keyboard.press('Enter');
  expect(await names(page)).toEqual(['등대마을 첫째 단지']);
  await page.reload();
  await until(() => names(page)).toEqual(['등대마을 첫째 단지']);
  await page.context().close();
});

test('says what has changed since a favourite was last seen, until its reader has seen that', async () => {
  const page = await phonePage(browser);
  await keepBefore(page);
  await openSaved(page);
  expect(await said(page)).toBe('1건에 달라진 것이 있습니다.');
  expect(await page.locator('.saved-changes li').allTextContents()).toEqual([
    '당첨자 발표 12월 1일(화) → 12월 2일(수)',
    '정정 1차례 보기',
  ]);
  await page.reload();
  await until(() => page.locator('.saved-changes').count()).toBe(1);
  await page.click('[data-saved-seen]');
  expect(await page.locator('.saved-changes').count()).toBe(0);
  await page.reload();
  await until(() => said(page)).toBe('지난번에 본 뒤로 달라진 것이 없습니다.');
  await page.context().close();
});

test('opening the notice counts as having seen it', async () => {
  const page = await phonePage(browser);
  await keepBefore(page);
  await page.goto(noticePage(ids.open));
  await openSaved(page);
  expect(await page.locator('.saved-changes').count()).toBe(0);
  await page.context().close();
});

test('lists what was announced around since the visit on an earlier day, all day long', async () => {
  const page = await phonePage(browser);
  await keepBefore(page, '2026-11-19T21:00:00+09:00');
  for (const _ of [1, 2]) {
    await openSaved(page);
    const section = page.locator('[data-saved-new]');
    await until(() => section.isVisible()).toBe(true);
    expect(await section.locator('.note').textContent()).toMatch(
      /^지난 방문 뒤로 경기에 \d+건, 전국에 모두 \d+건이 새로 나왔습니다\.$/,
    );
    expect(await section.locator('li').count()).toBe(10);
    expect(await section.textContent()).not.toContain('등대마을 첫째 단지');
  }
  await page.context().close();
});

test('results that are held say nothing of themselves', async () => {
  const page = await phonePage(browser);
  const told = [{ kind: 'results', noticeId: ids.open, at: '2026-11-23T20:00:00+09:00', sido: '41' }];
  await page.route('**/feeds/events.json', (route) => route.fulfill({ json: { events: told } }));
  const due = (competition: string | null) =>
    page.route('**/feeds/schedule.json', (route) =>
      route.fulfill({
        json: { entries: [{ noticeId: ids.open, revision: 0, publications: { competition, score: null } }] },
      }),
    );
  await keepBefore(page);
  for (const held of [null, '2026-11-25T19:30:00+09:00']) {
    await due(held);
    await openSaved(page);
    expect(await page.locator('main').textContent()).not.toContain('결과가 나왔습니다');
  }
  await due('2026-11-23T19:30:00+09:00');
  await openSaved(page);
  expect(await page.locator('.saved-changes').textContent()).toContain('결과가 나왔습니다');
  await page.context().close();
});

test('a browser that keeps nothing says so, and every page still stands', async () => {
  const page = await phonePage(browser);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await keepIn(page, ids.open);
  expect(await page.locator('[data-keep-said]').textContent()).toContain('저장을 막아 두어 담지 못했습니다');
  expect(await page.locator('[data-keep-saved]').getAttribute('aria-pressed')).toBe('false');
  await page.goto(`${site.origin}/saved/`);
  await until(() => page.locator('[data-saved-none]').isVisible()).toBe(true);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('what is kept but is no favourite is passed over, and one that is no notice any more says so', async () => {
  const page = await phonePage(browser);
  await page.goto(`${site.origin}/saved/`);
  await page.evaluate(
    (sight) => localStorage.setItem('lighthouse.saved', JSON.stringify([1, null, { id: 'x' }, sight])),
    { ...seenBefore[0], id: '2020999999', name: '사라진 단지' },
  );
  await openSaved(page);
  expect(await names(page)).toEqual(['사라진 단지']);
  expect(await page.locator('[data-saved-rows]').textContent()).toContain('사라진 단지지금은 없는 공고입니다.');
  await page.context().close();
});

test('says so where its files cannot be had, and shows the names', async () => {
  const page = await phonePage(browser);
  await keepBefore(page);
  await page.route('**/search/*.json', (route) => route.abort());
  await openSaved(page);
  expect(await said(page)).toContain('지금 상태를 불러오지 못했습니다');
  expect(await names(page)).toEqual(['등대마을 첫째 단지']);
  await page.context().close();
});

test('fetches and keeps nothing where nobody has kept a notice', async () => {
  const page = await phonePage(browser);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.origin}/saved/`);
  await until(() => page.locator('[data-saved-none]').isVisible()).toBe(true);
  expect(asked.filter((path) => /^\/(search|feeds|compare)\//.test(path))).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.context().close();
});

test('without scripts it says what it is and leads to the lists', async () => {
  const page = await phonePage(browser, { javaScriptEnabled: false });
  await page.goto(`${site.origin}/saved/`);
  expect(await page.locator('.saved-unscripted').isVisible()).toBe(true);
  expect(await page.locator('main a[href="/notices/open/"]').isVisible()).toBe(true);
  await page.goto(noticePage(ids.open));
  expect(await page.locator('[data-keep-saved]').isVisible()).toBe(false);
  await page.context().close();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing to mend in %s, and what can be touched is large enough',
  async (colorScheme) => {
    const page = await phonePage(browser, { colorScheme });
    await keepBefore(page, '2026-11-19T21:00:00+09:00');
    await openSaved(page);
    expect(await complaints(page)).toEqual([]);
    expect(await tooSmall(page, 'main')).toEqual([]);
    await keepIn(page, ids.upcoming);
    expect(await complaints(page)).toEqual([]);
    expect(await tooSmall(page, '[data-keep]')).toEqual([]);
    await page.context().close();
  },
);
