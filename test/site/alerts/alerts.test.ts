import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { agreedWords } from '../../../db/alert-pages.ts';
import { writeServiceWorker } from '../../../site/release/service-worker.ts';
import { launchBrowser } from '../../browser.ts';
import { confirmed, filledIn, webHere, wished, type WebHere } from '../../notifier/web/web-here.ts';
import { renderSite } from '../pages/render-site.ts';
import { alertsSite } from './alerts-site.ts';
import { browserPush } from './browser-push.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let client: string;
let browser: Browser;

beforeAll(async () => {
  client = await renderSite(folder, 'site');
  await writeServiceWorker(client);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

type Wanted = {
  permission?: Parameters<typeof browserPush>[1];
  context?: Parameters<Browser['newContext']>[0];
  path?: string;
};

/** A reader at the page of alerts, with a notifier behind it. */
async function reader({ permission = 'granted', context: own = {}, path = '/alerts/' }: Wanted = {}) {
  const web = await webHere();
  const site = await alertsSite(client, web.handle);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...own });
  await browserPush(context, permission);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  onTestFinished(async () => {
    await context.close();
    site.close();
  });
  await page.goto(site.origin + path);
  return { web, site, page, complaints };
}

async function chooseGangnam(page: Page) {
  await page.locator('summary', { hasText: /^서울$/ }).click();
  await page.getByLabel('강남구', { exact: true }).check();
}

async function device(web: WebHere) {
  const { push } = (await web.store.standing(web.clock.now())).channels;
  return push;
}

async function faults(page: Page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('without a script somebody chooses, gives an address, says yes and changes their mind', async () => {
  const { web, site, page } = await reader({ context: { javaScriptEnabled: false } });
  expect(await page.locator('.scripted:visible').count()).toBe(0);
  await chooseGangnam(page);
  await page.getByLabel('전자우편 주소').first().fill('reader@example.kr');
  await page.getByLabel('위와 같이 보관하는 데 동의합니다').check();
  await page.getByRole('button', { name: '알림 신청하기' }).click();
  expect(new URL(page.url()).pathname).toBe('/alerts/asked/');
  expect(await page.locator('h1').innerText()).toBe('메일을 확인해 주세요');

  const mail = await web.mail();
  await page.goto(`${site.origin}/alerts/confirm/?token=${mail.token('confirm')}`);
  expect(await page.locator('main').innerText()).toContain('서울 강남구');
  await page.getByRole('button', { name: '알림 시작하기' }).click();
  expect(await page.locator('h1').innerText()).toBe('알림이 시작되었습니다');
  const id = (await web.store.find({ email: 'reader@example.kr' }))!;
  expect((await web.store.receipt(id))!.wishes).toMatchObject({
    places: ['11680'],
    kinds: ['apt', 'remainder', 'resupply', 'optional', 'officetel', 'public-rent'],
    digestAt: null,
    quiet: { from: 22, to: 7 },
  });

  await page.goto(`${site.origin}/alerts/manage/?token=${web.tokens.manage(id, 1)}`);
  expect(await page.getByLabel('강남구', { exact: true }).isChecked()).toBe(true);
  await page.getByLabel('하루에 한 번 모아서').check();
  await page.getByLabel('모아서 받을 시각').selectOption('오전 7시');
  await page.getByRole('button', { name: '저장하기' }).click();
  expect(await page.getByRole('status').innerText()).toBe('바꾼 내용을 저장했습니다.');
  expect((await web.store.receipt(id))!.wishes).toMatchObject({ places: ['11680'], digestAt: 7 });

  await page.getByRole('button', { name: '알림 끝내기' }).click();
  expect(await page.locator('h1').innerText()).toBe('알림을 끝냈습니다');
  expect((await web.store.receipt(id))!.state).toBe('ended');
});

test('without a script one’s own address gets the way to its page from the page of alerts', async () => {
  const { web, page } = await reader({ context: { javaScriptEnabled: false } });
  await confirmed(web);
  await page.getByLabel('전자우편 주소').last().fill(filledIn.email);
  await page.getByRole('button', { name: '링크 받기' }).click();
  expect(new URL(page.url()).pathname).toBe('/alerts/link-sent/');
  expect((await web.mail()).token('manage')).not.toBe('');
});

test('nobody is asked for a permission before they have chosen; then the device is told, tested, changed and ended', async () => {
  const { web, page, complaints } = await reader();
  await chooseGangnam(page);
  await page.getByLabel('이 기기의 알림').check();
  const hint = page.getByText('브라우저가 알림을 보내도 되는지 물어봅니다');
  expect(await hint.isVisible()).toBe(true);
  expect(await page.locator('html').getAttribute('data-asked')).toBeNull();
  expect(await page.getByLabel('전자우편 주소').first().isVisible()).toBe(false);
  await page.getByLabel('위와 같이 보관하는 데 동의합니다').check();
  await page.getByRole('button', { name: '알림 신청하기' }).click();
  await page.getByText('이 기기의 알림이 시작되었습니다').waitFor();
  expect(await hint.isVisible()).toBe(false);
  expect(await page.locator('html').getAttribute('data-asked')).toBe('yes');
  expect(await device(web)).toMatchObject({ confirmed: 1 });
  expect(web.matcher.size).toBe(1);

  await page.getByRole('button', { name: '시험 알림 받기' }).click();
  await page.getByText('시험 알림을 보냈습니다').waitFor();
  expect(web.tested).toHaveLength(1);

  await page.reload();
  await page.getByRole('heading', { name: '이 기기의 알림' }).waitFor();
  expect(await page.getByLabel('강남구', { exact: true }).isChecked()).toBe(true);
  await page.getByLabel('새 공고').uncheck();
  await page.getByLabel('위와 같이 보관하는 데 동의합니다').check();
  await page.getByRole('button', { name: '바꾼 내용 저장하기' }).click();
  await page.getByText('바꾼 내용을 저장했습니다').waitFor();
  const { moments } = (await web.store.receipt(web.tested[0]!))!.wishes;
  expect(moments).not.toContain('notice');

  await page.goto(`${page.url()}?notice=2026000007`);
  await page.getByRole('heading', { name: '이 기기의 알림' }).waitFor();
  expect(await page.getByLabel('공고 번호').inputValue()).toBe('2026000007');
  expect(await page.getByLabel('새 공고').isChecked()).toBe(false);

  await page.getByRole('button', { name: '알림 끝내기' }).click();
  await page.getByText('이 기기의 알림을 끝냈습니다').waitFor();
  expect(await device(web)).toMatchObject({ confirmed: 0, ended: 1 });
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('heading', { name: '이 기기의 알림' }).isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});

test('a device that subscribed with an older key changes over when its reader comes by', async () => {
  const { web, page } = await reader();
  await page.getByLabel('전국').check();
  await page.getByLabel('이 기기의 알림').check();
  await page.getByLabel('위와 같이 보관하는 데 동의합니다').check();
  await page.getByRole('button', { name: '알림 신청하기' }).click();
  await page.getByText('이 기기의 알림이 시작되었습니다').waitFor();
  const { id } = web.vapid.rotate(web.clock.now(), new Set([web.vapid.newest().id]));
  await page.reload();
  await page.getByRole('heading', { name: '이 기기의 알림' }).waitFor();
  expect(await device(web)).toMatchObject({ confirmed: 1, ended: 1 });
  const keys: string[] = [];
  for (const address of (await web.store.addresses([1, 2])).values())
    if (address.by === 'push') keys.push(address.vapidKey);
  expect(keys).toEqual([id]);
});

/** Somebody at the page of alerts whose device is told of 강남구. */
async function told(wanted: Wanted = {}) {
  const at = await reader(wanted);
  await chooseGangnam(at.page);
  await subscribeHere(at.page);
  return at;
}

async function subscribeHere(page: Page) {
  await page.getByLabel('이 기기의 알림').check();
  await page.getByLabel('위와 같이 보관하는 데 동의합니다').check();
  await page.getByRole('button', { name: '알림 신청하기' }).click();
  await page.getByText('이 기기의 알림이 시작되었습니다').waitFor();
}

test('who was lost is told again what they wanted, and the page says that it had stopped', async () => {
  const { web, page } = await told();
  await web.store.end(1, 'gone', web.clock.now());
  await page.reload();
  await page.getByText('이 기기의 알림이 끊겨 있어서 다시 시작했습니다.').waitFor();
  expect(await page.getByRole('heading', { name: '이 기기의 알림' }).isVisible()).toBe(true);
  expect((await web.store.receipt(1))!).toMatchObject({ state: 'confirmed', wishes: { places: ['11680'] } });
  await page.reload();
  await page.getByRole('heading', { name: '이 기기의 알림' }).waitFor();
  expect(await page.getByText('다시 시작했습니다').isVisible()).toBe(false);
});

test('where other words need another yes, or nobody answers, the page says so and keeps what was chosen', async () => {
  const { web, page } = await told();
  await page.route('**/alerts/push', (route) => route.fulfill({ status: 503, body: 'away' }));
  await page.reload();
  await page.getByText('지금은 확인하지 못했습니다').waitFor();
  expect(await page.getByLabel('강남구', { exact: true }).isChecked()).toBe(true);
  await page.unroute('**/alerts/push');

  await web.store.end(1, 'gone', web.clock.now());
  await page.evaluate(async () => {
    const cache = await caches.open('alerts');
    const kept = (await (await cache.match('/alerts/device'))!.json()) as { wanted: { agreed: string } };
    kept.wanted.agreed = '2026-01-01';
    await cache.put('/alerts/device', Response.json(kept));
  });
  await page.reload();
  await page.getByText('이 기기의 알림이 멈췄습니다').waitFor();
  expect(await page.getByLabel('강남구', { exact: true }).isChecked()).toBe(true);
  expect((await web.store.receipt(1))!.state).toBe('ended');
  await subscribeHere(page);
  expect((await web.store.receipt(1))!).toMatchObject({ state: 'confirmed', wishes: { places: ['11680'] } });
  expect(await page.getByText('멈췄습니다').isVisible()).toBe(false);
});

test('a device whose browser does not allow alerts any more says so', async () => {
  const { page } = await told();
  await page.evaluate(() => localStorage.removeItem('stand-in'));
  await page.reload();
  await page.getByText('브라우저가 더는 허용하지 않아 오지 않습니다').waitFor();
  expect(await page.getByLabel('강남구', { exact: true }).isChecked()).toBe(true);
});

test('what somebody has begun to choose stays when the answer of a slow line comes', async () => {
  const { page } = await told();
  let answer = () => {};
  const slow = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/alerts/key', (route) => slow.then(() => route.continue()));
  await page.reload();
  await page.getByLabel('전국').check();
  answer();
  await page.getByText('고르기 시작한 것은 바꾸지 않았습니다').waitFor();
  expect(await page.getByLabel('전국').isChecked()).toBe(true);
  expect(await page.getByLabel('강남구', { exact: true }).isChecked()).toBe(false);
});

test('a device shows all that is stored of it, each consent by itself', async () => {
  const { page } = await told();
  const stored = page.locator('#alerts-device details');
  await stored.locator('summary').click();
  const text = await stored.innerText();
  for (const words of ['fcm.googleapis.com', '열쇠 두 개', '동의 기록 · 확인', `${agreedWords}에 나온`, '보낸 기록'])
    expect(text).toContain(words);
  expect(await page.locator('dt', { hasText: '동의 기록' }).count()).toBe(1);
  await page.getByLabel('새 공고').uncheck();
  await page.getByRole('button', { name: '바꾼 내용 저장하기' }).click();
  await page.getByText('바꾼 내용을 저장했습니다').waitFor();
  expect(await page.locator('dt', { hasText: '동의 기록 · 변경' }).count()).toBe(1);
  expect(await faults(page)).toEqual([]);
});

test('to take everything from a device erases it at the notifier, and where that fails says so and can be tried again', async () => {
  const { web, site, page } = await told();
  await page.goto(`${site.origin}/privacy/`);
  const press = () => page.getByRole('button', { name: '이 기기에 저장된 것 모두 지우기' }).click();
  await page.route('**/alerts/push', (route) => route.abort());
  await press();
  await page.getByText('알림 서버에 연결되지 않아').waitFor();
  expect((await web.store.receipt(1))!.state).toBe('confirmed');
  await page.unroute('**/alerts/push');
  await press();
  await page.getByText('이 기기에 저장된 것을 모두 지웠습니다').waitFor();
  expect([await web.store.receipt(1), web.matcher.size]).toEqual([null, 0]);
  expect(
    await page.evaluate(async () => [
      localStorage.length,
      (await caches.keys()).length,
      (await navigator.serviceWorker.getRegistrations()).length,
    ]),
  ).toEqual([0, 0, 0]);
});

test('an iPhone that has opened the site from its home screen is not sent there again', async () => {
  const userAgent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 15_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1';
  const { page } = await reader({ permission: 'none', context: { userAgent } });
  await page.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: true }));
  await page.reload();
  await page.getByLabel('이 기기의 알림').check();
  expect(await page.getByText('이 브라우저는 알림을 받을 수 없습니다').isVisible()).toBe(true);
});

test('who presses and is refused goes on with what can be done instead', async () => {
  const { page } = await reader({ permission: 'default' });
  await page.evaluate(() => {
    let answer: NotificationPermission = 'default';
    Object.defineProperty(Notification, 'permission', { get: () => answer });
    Notification.requestPermission = async () => (answer = 'denied');
  });
  await page.getByLabel('전국').check();
  await page.getByLabel('이 기기의 알림').check();
  await page.getByLabel('위와 같이 보관하는 데 동의합니다').check();
  await page.getByRole('button', { name: '알림 신청하기' }).press('Enter');
  const instead = page.getByRole('button', { name: '전자우편으로 받기' });
  await instead.waitFor();
  expect(await instead.evaluate((button) => button === document.activeElement)).toBe(true);
});

test.each([
  ['denied', '이 브라우저에서 청약등대의 알림이 막혀 있습니다', {}],
  ['none', '이 브라우저는 알림을 받을 수 없습니다', {}],
  [
    'none',
    '홈 화면에 추가한 뒤에 받을 수 있습니다',
    {
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1',
    },
  ],
] as const)(
  'where push is %s, it is said what to do (%s), and e-mail is offered',
  async (permission, words, context) => {
    const { page } = await reader({ permission, context });
    await page.getByLabel('이 기기의 알림').check();
    expect(await page.getByText(words).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: '알림 신청하기' }).isEnabled()).toBe(false);
    await page.getByRole('button', { name: '전자우편으로 받기' }).click();
    expect(await page.getByLabel('전자우편 주소').first().isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: '알림 신청하기' }).isEnabled()).toBe(true);
  },
);

test('who waves the question of the browser away is told, and nothing is stored', async () => {
  const { web, page } = await reader({ permission: 'default' });
  await page.getByLabel('전국').check();
  await page.getByLabel('이 기기의 알림').check();
  await page.getByLabel('위와 같이 보관하는 데 동의합니다').check();
  await page.getByRole('button', { name: '알림 신청하기' }).click();
  await page.getByText('‘허용’을 눌러야 받을 수 있습니다').waitFor();
  expect(await device(web)).toMatchObject({ confirmed: 0 });
});

test('a link of a notice fills its number in, and what is missing is said before anything is sent', async () => {
  const { web, page } = await reader({ path: '/alerts/?notice=2026000001' });
  expect(await page.getByLabel('공고 번호').inputValue()).toBe('2026000001');
  expect(await page.getByText('공고 2026000001의 소식을 골랐습니다').isVisible()).toBe(true);
  const focused = () => page.evaluate(() => (document.activeElement as HTMLInputElement).name);
  await page.getByLabel('공고 번호').fill(Array.from({ length: 51 }, (_, i) => 2026000000 + i).join(' '));
  await page.getByLabel('전자우편 주소').first().fill('reader@example.kr');
  await page.getByLabel('위와 같이 보관하는 데 동의합니다').check();
  await page.getByRole('button', { name: '알림 신청하기' }).click();
  expect(await page.getByText('50개까지 적을 수 있습니다. 지금은 51개입니다.').isVisible()).toBe(true);
  expect(await focused()).toBe('notices');
  // Where it is about, not only below the form.
  expect(await page.locator('fieldset', { has: page.getByLabel('공고 번호') }).innerText()).toContain('지금은 51개');
  await page.getByLabel('공고 번호').fill('');
  await page.getByRole('button', { name: '알림 신청하기' }).click();
  expect(await page.getByText('지역을 고르거나 공고 번호를 적어 주세요.').isVisible()).toBe(true);
  expect(await focused()).toBe('place');
  expect(new URL(page.url()).pathname).toBe('/alerts/');
  expect(web.letters).toEqual([]);
  await page.getByLabel('전국').check();
  await page.getByRole('button', { name: '알림 신청하기' }).click();
  await page.waitForURL('**/alerts/asked/');
});

test('axe finds nothing to mend, light or dark, and no page is wider than its screen', async () => {
  const { web, site, page } = await reader();
  const id = await confirmed(web);
  await page.getByLabel('이 기기의 알림').check();
  await page.locator('summary', { hasText: /^경기$/ }).click();
  expect(await faults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await faults(page)).toEqual([]);
  for (const path of [
    `/alerts/confirm/?token=${web.tokens.confirm(id, 1)}`,
    `/alerts/manage/?token=${web.tokens.manage(id, 1)}`,
    `/alerts/unsubscribe/?token=${web.tokens.unsubscribe(id, 1)}`,
    '/alerts/manage/',
    '/alerts/nothing/',
  ]) {
    await page.goto(site.origin + path);
    expect([path, await faults(page)]).toEqual([path, []]);
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([path, width, wider]).toEqual([path, width, 0]);
    }
  }
});

test('what can be touched on the pages of the notifier is at least 44 px high', async () => {
  const { web, site, page } = await reader();
  const id = await confirmed(web);
  for (const path of ['/alerts/asked/', `/alerts/manage/?token=${web.tokens.manage(id, 1)}`]) {
    await page.goto(site.origin + path);
    const low = await page.evaluate(() =>
      [...document.querySelectorAll('main :is(a, summary, label, button, select)')].flatMap((each) => {
        const { height } = each.getBoundingClientRect();
        return height > 0 && height < 44 && !each.matches('label.field-name')
          ? [`${each.textContent?.trim()} is ${height} px high`]
          : [];
      }),
    );
    expect(low).toEqual([]);
  }
});

test('the pages of the notifier follow what a reader chose of letters and brightness', async () => {
  const { site, page } = await reader();
  await page.evaluate(() => localStorage.setItem('lighthouse.theme', '"dark"'));
  await page.goto(`${site.origin}/alerts/asked/`);
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
});

test('the wishes of a form without script are those of the script', async () => {
  expect(wished.moments).toEqual(['notice', 'results']);
  const { web, page } = await reader();
  await page.getByLabel('전국').check();
  const [sent] = await Promise.all([
    page.waitForRequest((request) => request.method() === 'PUT'),
    (async () => {
      await page.getByLabel('이 기기의 알림').check();
      await page.getByLabel('위와 같이 보관하는 데 동의합니다').check();
      await page.getByRole('button', { name: '알림 신청하기' }).click();
    })(),
  ]);
  await page.getByText('이 기기의 알림이 시작되었습니다').waitFor();
  await page.getByLabel('전자우편', { exact: true }).check();
  await page.getByLabel('전자우편 주소').first().fill('reader@example.kr');
  await page.locator('#alerts-send').click();
  await page.waitForURL('**/alerts/asked/');
  const id = (await web.store.find({ email: 'reader@example.kr' }))!;
  const { wishes } = sent.postDataJSON() as { wishes: object };
  expect((await web.store.receipt(id))!.wishes).toEqual(wishes);
});
