import type { Browser, BrowserContext, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseInstant } from '../../../db/clock.ts';
import { payloadOf } from '../../../notifier/senders/push/payload.ts';
import { launchBrowser } from '../../browser.ts';
import { message } from '../../notifier/senders/push/stage.ts';
import { publishedSite, type PublishedSite } from '../../published-site.ts';

const asOf = parseInstant('2026-11-24T10:00:00+09:00');
let site: PublishedSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let worker: Worker;

beforeAll(async () => {
  [site, browser] = await Promise.all([publishedSite('example', asOf), launchBrowser()]);
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(site.url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  [worker] = context.serviceWorkers() as [Worker];
  // This browser has no screen, so nobody can allow notifications: what is asked of it is written down instead.
  await worker.evaluate(() => {
    const asked: object[] = [];
    const { prototype } = ServiceWorkerRegistration;
    prototype.showNotification = async (title, options) => void asked.push({ title, ...options });
    Object.assign(globalThis, { asked });
    // The first browser of Apple that has push, Safari 16.4, knows neither.
    Reflect.deleteProperty(URL, 'parse');
    Reflect.deleteProperty(Response, 'json');
  });
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Delivers a push as the browser does when one has come, and looks at what is shown. */
async function push(data: string) {
  const session = await context.newCDPSession(page);
  const registered = new Promise<string>((found) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0]) found(registrations[0].registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const origin = new URL(site.url).origin;
  const before = (await shown()).length;
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registered, data });
  await expect.poll(async () => (await shown()).length, { timeout: 10_000 }).toBe(before + 1);
  return (await shown()).slice(before);
}

const shown = () => worker.evaluate(() => (globalThis as unknown as { asked: object[] }).asked);

test('an alert is shown as it was written', async () => {
  const { bytes, topic } = payloadOf([message()], site.url);
  expect(await push(bytes.toString())).toEqual([
    {
      title: '등대마을 첫째 단지 접수가 오늘 시작됩니다',
      body: '서울 강남구 · 아파트 · 09:00부터 17:30까지\n서울 강남구 · 아파트 · 접수 시작 알림을 신청하셨습니다.',
      tag: topic,
      lang: 'ko-KR',
      icon: '/icons/192.png',
      data: { navigate: new URL('/notices/2026000001/', site.url).href },
    },
  ]);
});

test.each(['', 'no JSON', 'null', '{}', '{"notification":null}', '{"notification":{"title":7}}', '[1]'])(
  'a message that cannot be read (%j) shows a calm sentence nevertheless',
  async (data) => {
    expect(await push(data)).toMatchObject([
      { title: '청약등대', body: '새로운 소식이 있습니다. 눌러서 확인해 주세요.', data: { navigate: '/' } },
    ]);
  },
);

type Window = { url: string; focus(): unknown; navigate(to: string): unknown };

/**
 * A press on a notification that says to open this address, and what came of it. Only a real press may open a window or bring one to
 * the front.
 * @param leads whether windows let themselves be led.
 */
function press(navigate: unknown, leads = true) {
  return worker.evaluate(
    async ([to, may]) => {
      const did: string[] = [];
      const { clients, WindowClient } = globalThis as unknown as {
        clients: { openWindow(url: string): Promise<unknown> };
        WindowClient: { prototype: Window };
      };
      const { prototype } = WindowClient;
      const kept = globalThis as unknown as { led?: PropertyDescriptor };
      kept.led ??= Object.getOwnPropertyDescriptor(prototype, 'navigate')!;
      clients.openWindow = async (url) => did.push(`opened ${url}`);
      prototype.focus = async function focus(this: Window) {
        did.push(`brought ${this.url} to the front`);
      };
      const refuses = { ...kept.led, value: () => Promise.reject(new TypeError('another worker has it')) };
      Object.defineProperty(prototype, 'navigate', may ? kept.led : refuses);
      const { ExtendableEvent } = globalThis as unknown as { ExtendableEvent: typeof Event };
      const pressed = new ExtendableEvent('notificationclick');
      const notification = { data: { navigate: to }, close: () => did.push('cleared') };
      dispatchEvent(Object.assign(pressed, { notification }));
      while (did.length < 2) await new Promise((after) => setTimeout(after, 10));
      return did;
    },
    [navigate, leads] as const,
  );
}

test('a press opens the page of the alert and clears it away', async () => {
  const to = new URL('/notices/2026000001/', site.url).href;
  expect(await press(to)).toEqual(['cleared', `opened ${to}`]);
});

test('a page that is open already comes anew, and is not opened a second time', async () => {
  await page.evaluate(() => (document.documentElement.dataset['stale'] = 'yes'));
  expect(await press(site.url)).toEqual(['cleared', `brought ${page.url()} to the front`]);
  await page.waitForLoadState();
  expect(await page.evaluate(() => document.documentElement.dataset['stale'])).toBeUndefined();
});

test('where an open page does not let itself be led, another is opened', async () => {
  expect(await press(site.url, false)).toEqual(['cleared', `opened ${site.url}`]);
});

test.each([
  'https://elsewhere.example/',
  'https://',
  '//elsewhere.example/x',
  'javascript:alert(1)',
  'data:text/html,x',
  null,
  7,
])('a message that would lead elsewhere (%s) leads to our first page', async (navigate) => {
  await page.goto(new URL('/about/', site.url).href);
  expect(await press(navigate)).toEqual(['cleared', `opened ${new URL('/', site.url).href}`]);
});

test('the worker listens for a subscription that the browser has renewed', async () => {
  const heard: unknown[] = [];
  const key = Buffer.from([4, 255, 254, 253]).toString('base64url');
  await context.route('**/alerts/key', (route) => route.fulfill({ json: { key } }));
  await context.route('**/alerts/push', (route) => {
    heard.push(route.request().postDataJSON());
    return route.fulfill({ json: { wishes: {}, joinedAt: '', consents: [] } });
  });
  await worker.evaluate(() => {
    const subscription = (name: string) => ({
      endpoint: `https://push.example/${name}`,
      options: { applicationServerKey: Uint8Array.of(4, 255, 254, 253).buffer },
      toJSON: () => ({ endpoint: `https://push.example/${name}`, keys: { p256dh: 'p', auth: 'a' } }),
    });
    PushManager.prototype.getSubscription = async () => subscription('new') as unknown as PushSubscription;
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
    const { ExtendableEvent } = globalThis as unknown as { ExtendableEvent: typeof Event };
    const changed = new ExtendableEvent('pushsubscriptionchange');
    Object.assign(changed, { oldSubscription: subscription('old'), newSubscription: subscription('new') });
    dispatchEvent(changed);
  });
  await expect
    .poll(() => heard, { timeout: 10_000 })
    .toEqual([
      {
        endpoint: 'https://push.example/new',
        keys: { p256dh: 'p', auth: 'a' },
        vapidKey: key,
        was: 'https://push.example/old',
      },
    ]);
  const kept = () => page.evaluate(async () => (await (await caches.open('alerts')).keys()).map(({ url }) => url));
  await expect
    .poll(kept, { timeout: 10_000 })
    .toEqual(['/alerts/device', '/alerts/next-show'].map((path) => new URL(path, site.url).href));
});
