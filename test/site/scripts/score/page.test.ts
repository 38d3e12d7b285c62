import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../../../browser.ts';
import { renderSite } from '../../pages/render-site.ts';
import { serveSite } from '../../pages/serve-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let site: Awaited<ReturnType<typeof serveSite>>;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite(await renderSite(folder, 'site'));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A phone that shows a page of the site; requests after it is loaded, and errors, are collected. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => asked.push(String(error)));
  return { page, asked, context };
}

/** What the guide on 가점제 counts, and one more answer. */
async function answer(page: Page) {
  await page.fill('#score-notice', '2026-11-20');
  await page.fill('#score-birth', '1990. 3. 15.');
  await page.selectOption('#score-married', 'yes');
  await page.fill('#score-marriedOn', '20180512');
  await page.selectOption('#score-homes', '0');
  await page.selectOption('#score-ownedEver', 'no');
  await page.selectOption('#score-parents', '0');
  await page.selectOption('#score-children', '1');
  await page.fill('#score-joinedOn', '2014-06-02');
  await page.fill('#score-spouseJoinedOn', '2020-03-02');
}

const total = (page: Page) => page.textContent('#score-total');
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('lighthouse.score'));

test('the answers become points, each with the line of the rule and its source', async () => {
  const { page } = await open('/score/');
  await answer(page);
  await page.click('#score-form [type=submit]');
  expect(await total(page)).toBe('50');
  expect(await page.locator('[data-part]').allTextContents()).toEqual(['18점', '15점', '14점', '3점']);
  expect(await page.textContent('[data-why=homeless]')).toBe(
    '8년 이상 9년 미만 · 근거: 주택공급에 관한 규칙 별표 1 (가점제 적용기준)',
  );
  expect(await page.locator('.score-here th').allTextContents()).toEqual([
    '8년 이상 9년 미만',
    '2명',
    '12년 이상 13년 미만',
    '2년 이상',
  ]);
  expect(await page.textContent('#score-said')).toContain('가능성이 있습니다. 조건을 확인하세요');
});

test('a changed answer changes the result at once, and a question that falls away is not counted', async () => {
  const { page } = await open('/score/');
  await answer(page);
  await page.click('#score-form [type=submit]');
  await page.selectOption('#score-married', 'no');
  expect(await total(page)).toBe('38');
  expect(await page.isVisible('#score-marriedOn')).toBe(false);
  expect(await page.isVisible('#score-spouseJoinedOn')).toBe(false);
});

test('ways are possible or short of a condition, never promised', async () => {
  const { page } = await open('/score/');
  await answer(page);
  await page.click('#score-form summary');
  await page.selectOption('#score-area', 'capital');
  await page.selectOption('#score-deposit', 'yes');
  await page.selectOption('#score-minors', '1');
  await page.click('#score-form [type=submit]');
  const said = await page.locator('#score-verdicts li').allTextContents();
  expect(said).toContain('1순위: 수도권의 그 밖의 지역 가능성이 있습니다. 조건을 확인하세요');
  expect(said).toContain('다자녀가구 맞지 않는 조건이 있습니다');
  expect(said).toContain('신생아 답이 더 있어야 합니다');
  expect(said.filter((each) => each.startsWith('1순위'))).toHaveLength(1);
  expect(await page.textContent('#special-children-children-two .score-fit')).toBe('안 맞음');
  await page.selectOption('#score-minors', '2');
  expect(await page.locator('#special-children-children-two .score-fit').allTextContents()).toEqual(['맞음']);
});

test('nothing leaves the page: no request, no address, nothing kept', async () => {
  const { page, asked } = await open('/score/');
  await answer(page);
  await page.click('#score-form [type=submit]');
  await page.press('#score-birth', 'Enter');
  expect(asked).toEqual([]);
  expect(page.url()).toBe(`${site.origin}/score/`);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
});

test('the page is not able to send anything, while others are', async () => {
  const reach = () => fetch('/robots.txt').then(({ status }) => status, String);
  const { page, asked } = await open('/score/');
  const blocked = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const found: string[] = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          if (found.push(effectiveDirective) === 3) resolve(found);
        });
        fetch('/robots.txt').catch(() => {});
        navigator.sendBeacon('/robots.txt', '1990');
        document.querySelector<HTMLFormElement>('#score-form')!.submit();
      }),
  );
  expect((await blocked).sort()).toEqual(['connect-src', 'connect-src', 'form-action']);
  expect(await page.evaluate(reach)).toContain('Failed to fetch');
  expect(asked).toEqual([]);
  const other = await open('/guides/');
  expect(await other.page.evaluate(reach)).toBe(200);
});

test('a form that a browser sends by itself says nothing of the answers', async () => {
  const { page } = await open('/score/');
  await answer(page);
  const data = await page.evaluate(() => [...new FormData(document.querySelector<HTMLFormElement>('#score-form')!)]);
  expect(data).toEqual([]);
});

test('answers are kept on the device only when that is asked for, and are gone when that is asked for', async () => {
  const { page, context } = await open('/score/');
  await answer(page);
  await page.click('#score-keep');
  expect(await page.textContent('#score-kept')).toContain('이 기기에 기억했습니다');
  const again = await context.newPage();
  await again.goto(`${site.origin}/score/`);
  expect(await again.inputValue('#score-birth')).toBe('1990. 3. 15.');
  expect(await total(again)).toBe('50');
  await again.click('#score-forget');
  expect(await again.inputValue('#score-birth')).toBe('');
  expect(await total(again)).toBe('–');
  expect((await kept(again)) ?? 'null').toBe('null');
});

describe('an answer that cannot be', () => {
  test('is told in words at its field, which gets the focus', async () => {
    const { page } = await open('/score/');
    await answer(page);
    await page.fill('#score-birth', '900315');
    await page.click('#score-form [type=submit]');
    expect(await page.textContent('#score-birth-problem')).toBe('날짜를 1990-03-15처럼 적어 주세요.');
    expect(await page.getAttribute('#score-birth', 'aria-invalid')).toBe('true');
    expect(await page.getAttribute('#score-birth', 'aria-describedby')).toBe('score-birth-hint score-birth-problem');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('score-birth');
    expect(await total(page)).toBe('–');
    await page.fill('#score-birth', '1990-03-15');
    await page.press('#score-birth', 'Enter');
    expect(await page.getAttribute('#score-birth', 'aria-invalid')).toBeNull();
    expect(await total(page)).toBe('50');
  });

  test('names what is missing', async () => {
    const { page } = await open('/score/');
    await page.click('#score-form [type=submit]');
    expect(await page.textContent('#score-said')).toMatch(/^답이 더 있어야 합계가 나옵니다: 무주택기간, 부양가족 수/);
  });
});

test('a keyboard is enough', async () => {
  const { page } = await open('/score/');
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.focus('#score-notice');
  await press('Control+A');
  await page.keyboard.type('2026-11-20');
  await press('Tab');
  await page.keyboard.type('19900315');
  await press('Tab', 'ArrowDown', 'ArrowDown', 'Tab', 'ArrowDown', 'Tab', 'ArrowDown', 'ArrowDown');
  await press('Tab', 'ArrowDown', 'Tab', 'ArrowDown', 'Tab');
  await page.keyboard.type('2014-06-02');
  await press('Enter');
  expect(await total(page)).toBe('33');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('score-result');
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing to mend in the result and the errors, %s',
  async (colorScheme) => {
    const { page } = await open('/score/', { colorScheme });
    const look = async () => {
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
      );
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    await page.evaluate(axe.source);
    await answer(page);
    await page.click('#score-form summary');
    await page.selectOption('#score-area', 'capital');
    await page.click('#score-form [type=submit]');
    expect(await look()).toEqual([]);
    await page.fill('#score-birth', 'x');
    await page.click('#score-form [type=submit]');
    expect(await look()).toEqual([]);
  },
);

test('without scripts the tables are there to add up by hand, and no form that does nothing', async () => {
  const { page } = await open('/score/', { javaScriptEnabled: false });
  expect(await page.isVisible('#score-form')).toBe(false);
  expect(await page.isVisible('#score-result')).toBe(false);
  expect(await page.locator('.score-table tbody tr:visible').count()).toBe(16 + 7 + 17 + 3);
  expect(await page.textContent('noscript')).toContain('점수를 더하면 됩니다');
});

test('no part of the page is wider than a small phone, whatever is shown', async () => {
  const { page } = await open('/score/', { viewport: { width: 320, height: 700 } });
  await answer(page);
  await page.click('#score-form summary');
  await page.click('#score-form [type=submit]');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

describe('the privacy page', () => {
  test('takes away all that is kept, and what pages were kept with it', async () => {
    const { page } = await open('/privacy/');
    await page.evaluate(async () => {
      localStorage.setItem('lighthouse.score', '{}');
      localStorage.setItem('lighthouse.theme', '"dark"');
      await caches.open('pages');
    });
    await page.click('#privacy-forget');
    await page.waitForFunction(() => document.querySelector('#privacy-said')?.textContent?.includes('모두 지웠습니다'));
    expect(await page.evaluate(async () => [localStorage.length, (await caches.keys()).length])).toEqual([0, 0]);
  });

  test('offers no button where no script runs', async () => {
    const { page } = await open('/privacy/', { javaScriptEnabled: false });
    expect(await page.isVisible('#privacy-forget')).toBe(false);
  });
});
