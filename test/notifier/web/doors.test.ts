import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { agreedWords, type PushPut } from '../../../db/alert-pages.ts';
import { received, until } from '../../site/origin/raw-http.ts';
import { subscription } from './subscription.ts';
import { confirmed, filledIn, siteUrl, webHere, wished } from './web-here.ts';

test('a form of another site is refused, whatever it carries; one click to unsubscribe alone comes from anywhere', async () => {
  const web = await webHere();
  const id = await confirmed(web);
  const token = web.tokens.manage(id, 1);
  const forms = [
    '/alerts/subscribe',
    '/alerts/confirm/',
    '/alerts/manage/',
    '/alerts/manage-link',
    '/alerts/test',
    '/alerts/forget',
  ];
  const from: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
    { 'Sec-Fetch-Site': '', Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': 'cross-site', Origin: siteUrl },
  ];
  const before = [await web.store.receipt(id), web.letters.length];
  for (const path of forms)
    for (const headers of from)
      expect([path, (await web.send(path, { ...filledIn, token }, headers)).status]).toEqual([path, 403]);
  expect(
    (
      await web.sendJson(
        'DELETE',
        '/alerts/push',
        { endpoint: 'https://fcm.googleapis.com/x' },
        { 'Sec-Fetch-Site': 'cross-site' },
      )
    ).status,
  ).toBe(403);
  expect([await web.store.receipt(id), web.letters.length]).toEqual(before);
});

test('a browser that names its origin only is let in from our own', async () => {
  const web = await webHere();
  const bare = async (headers: Record<string, string>) => {
    const answer = await fetch(`http://127.0.0.1:${web.port}/alerts/manage-link`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: 'email=a%40example.kr',
    });
    return answer.status;
  };
  expect(await bare({ Origin: siteUrl })).toBe(303);
  expect(await bare({ Origin: `http://127.0.0.1:${web.port}` })).toBe(303);
  expect(await bare({ Origin: 'null' })).toBe(403);
  expect(await bare({ Origin: 'https://lighthouse.example.evil.example' })).toBe(403);
  expect(await bare({})).toBe(403);
});

test('a script’s words must come as JSON, a form’s as a form: other kinds another site could send unasked', async () => {
  const web = await webHere();
  for (const type of ['text/plain', 'multipart/form-data; boundary=x', '', 'application/jsonp']) {
    expect((await web.sendJson('PUT', '/alerts/push', {}, { 'Content-Type': type })).status).toBe(400);
    expect((await web.send('/alerts/subscribe', filledIn, { 'Content-Type': type })).status).toBe(400);
  }
});

test('what is not there, and what is there by another method', async () => {
  const web = await webHere();
  for (const path of [
    '/alerts/',
    '/alerts/nothing/',
    '/alerts/push/',
    '/alerts/confirm',
    '/',
    '/alerts/refused/',
    '/alerts/_assets/../../x',
  ])
    expect([path, (await web.get(path)).status]).toEqual([path, 404]);
  const wrong = await web.get('/alerts/subscribe');
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
  expect((await web.sendJson('PUT', '/alerts/manage/', {})).headers.get('allow')).toBe('GET, POST');
  expect((await web.get(`/alerts/manage/?token=${'a'.repeat(2_000)}`)).status).toBe(404);
});

test('nothing of an answer is kept, framed, or passed on, and pages bring their files along', async () => {
  const web = await webHere();
  const page = await web.get('/alerts/manage/');
  expect(Object.fromEntries(page.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'referrer-policy': 'strict-origin',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
  });
  const files = [...(await page.text()).matchAll(/(?:href|src)="(\/alerts\/_assets\/[^"]+)"/g)].map(
    ([, path]) => path!,
  );
  expect(files.length).toBeGreaterThanOrEqual(2);
  for (const file of files) expect((await web.get(file)).headers.get('cache-control')).toContain('immutable');
});

test('a form that is too large is refused, before it has come and while it comes', async () => {
  const web = await webHere({ limits: { body: 1_000 } });
  expect((await web.send('/alerts/subscribe', { ...filledIn, more: 'x'.repeat(1_000) })).status).toBe(413);
  const socket = connect({ port: web.port, host: '127.0.0.1' });
  socket.write(
    `POST /alerts/subscribe HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n${'x'.repeat(1001)}\r\n`,
  );
  expect((await received(socket)).toString()).toMatch(/^HTTP\/1\.1 413/);
});

test('a client that takes its time with a form is cut off, and nobody else waits for it', async () => {
  const web = await webHere({ limits: { bodyTime: 100 } });
  const socket = connect({ port: web.port, host: '127.0.0.1' });
  socket.write(
    'POST /alerts/subscribe HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nemail=',
  );
  expect((await web.get('/alerts/asked/')).status).toBe(200);
  await once(socket.resume(), 'close');
});

test('one network that sends too many forms waits, others do not', async () => {
  const web = await webHere({ limits: { formsFrom: { burst: 4, perHour: 60 } } });
  const send = async (from: string) =>
    (await web.send('/alerts/manage-link', filledIn, { 'X-Forwarded-For': from })).status;
  const sentFrom = async (...addresses: string[]) => {
    const statuses = [];
    for (const address of addresses) statuses.push(await send(address));
    return statuses;
  };
  const carrier = ['203.0.113.1', '203.0.113.250', '203.0.113.3', '203.0.113.4', '203.0.113.5'];
  expect(await sentFrom(...carrier)).toEqual([303, 303, 303, 303, 429]);
  expect(await sentFrom('203.0.114.1', '2001:db8:0:1::1', '2001:db8:0:2::1')).toEqual([303, 303, 429]);
  expect(await sentFrom('2001:db8:0:1001::1', '2001:db8:0:1002::1')).toEqual([303, 429]);
  web.clock.pass(60_000);
  expect(await sentFrom('203.0.113.1', '203.0.113.1')).toEqual([303, 429]);
});

test('who ends alerts on a device is heard, however many forms their network has sent', async () => {
  const web = await webHere({ limits: { formsFrom: { burst: 1, perHour: 0 } } });
  const own = subscription(web.vapid.newest().publicKey);
  await web.sendJson('PUT', '/alerts/push', { ...own, wishes: wished, agreed: agreedWords });
  expect((await web.sendJson('PUT', '/alerts/push', own)).status).toBe(429);
  expect((await web.sendJson('DELETE', '/alerts/push', { endpoint: own.endpoint })).status).toBe(200);
  expect((await web.store.standing(web.clock.now())).channels.push).toMatchObject({ confirmed: 0, ended: 1 });
});

test('one network can have so many pages drawn with a token; those that are the same for all cost nothing', async () => {
  const web = await webHere({ limits: { pagesFrom: { burst: 2, perHour: 0 } } });
  const id = await confirmed(web);
  const look = async (path: string, from = '203.0.113.1') => (await web.get(path, { 'X-Forwarded-For': from })).status;
  const own = `/alerts/manage/?token=${web.tokens.manage(id, 1)}`;
  expect([await look(own), await look('/alerts/confirm/?token=x'), await look(own)]).toEqual([200, 404, 429]);
  expect([await look('/alerts/manage/'), await look('/alerts/asked/'), await look(own, '198.51.100.1')]).toEqual([
    200, 200, 200,
  ]);
  const leave = `/alerts/unsubscribe/?token=${web.tokens.unsubscribe(id, 1)}`;
  const click = await web.send(leave, { 'List-Unsubscribe': 'One-Click' }, { 'X-Forwarded-For': '203.0.113.1' });
  expect(click.status).toBe(200);
});

test('one network can bring so many new devices; those that are known are heard', async () => {
  const web = await webHere({ limits: { devicesFrom: { burst: 2, perHour: 60 } } });
  const put = async (own: PushPut) =>
    (await web.sendJson('PUT', '/alerts/push', { ...own, wishes: wished, agreed: agreedWords })).status;
  const [one, two, three] = [1, 2, 3].map(() => subscription(web.vapid.newest().publicKey)) as [
    PushPut,
    PushPut,
    PushPut,
  ];
  expect([await put(one), await put(two), await put(three), await put(one)]).toEqual([200, 200, 429, 200]);
  expect(await put({ ...three, was: two.endpoint })).toBe(200);
  web.clock.pass(60_000);
  expect(await put(two)).toBe(200);
});

test('a network whose forms bring nobody’s yes gets few mails more, until there is one', async () => {
  const web = await webHere({ limits: { mailsInVain: { burst: 1, perHour: 0 } } });
  const ask = async (i: number) =>
    (await web.send('/alerts/subscribe', { ...filledIn, email: `r${i}@example.kr` })).status;
  const statuses = await Promise.all(Array.from({ length: 200 }, (_, i) => ask(i)));
  expect(new Set(statuses)).toEqual(new Set([303]));
  expect([await ask(200), await ask(201)]).toEqual([303, 429]);
  for (let i = 0; i < 7; i++) {
    const id = (await web.store.find({ email: `r${i}@example.kr` }))!;
    await web.send('/alerts/confirm/', { token: web.tokens.confirm(id, 1) });
  }
  expect(await ask(202)).toBe(303);
});

test('asking for links to addresses that nobody knows takes no mail from anybody else', async () => {
  const web = await webHere({ limits: { mails: { burst: 2, perHour: 0 } } });
  await confirmed(web);
  for (let i = 0; i < 10; i++)
    expect((await web.send('/alerts/manage-link', { email: `nobody-${i}@example.kr` })).status).toBe(303);
  const link = (from: string) => web.send('/alerts/manage-link', filledIn, { 'X-Forwarded-For': from });
  expect((await link('198.51.100.1')).status).toBe(303);
  await until(() => web.letters.length === 2);
  expect((await link('192.0.2.1')).status).toBe(429);
});

test('one network can cause so many mails, and all together so many; an address gets few, and nobody learns of it', async () => {
  const many = await webHere({ limits: { mailsFrom: { burst: 2, perHour: 0 } } });
  const to = (web: typeof many, email: string, from = '203.0.113.1') =>
    web.send('/alerts/subscribe', { ...filledIn, email }, { 'X-Forwarded-For': from });
  const statuses = [];
  for (const name of ['a', 'b', 'c']) statuses.push((await to(many, `${name}@example.kr`)).status);
  expect(statuses).toEqual([303, 303, 429]);
  expect((await to(many, 'c@example.kr', '198.51.100.1')).status).toBe(303);
  const all = await webHere({ limits: { mails: { burst: 1, perHour: 0 } } });
  expect([(await to(all, 'a@example.kr')).status, (await to(all, 'b@example.kr', '198.51.100.1')).status]).toEqual([
    303, 429,
  ]);
  const one = await webHere({ limits: { mailsTo: { burst: 2, perHour: 0 } } });
  for (let i = 0; i < 5; i++) expect((await to(one, i % 2 ? 'A@example.kr' : 'a@example.kr')).status).toBe(303);
  await until(() => one.letters.length === 2);
});

test('a store that fails is not talked about, to the reader or in the log', async () => {
  const secret = new Error('SQLITE_FULL while writing reader@example.kr');
  const web = await webHere({ parts: {} });
  const failing = { ...web.store, join: () => Promise.reject(secret), receipt: () => Promise.reject(secret) };
  const broken = await webHere({ parts: { store: failing } });
  const answer = await broken.send('/alerts/subscribe', filledIn);
  expect(answer.status).toBe(503);
  const text = await answer.text();
  expect(text).toContain('지금은 처리하지 못했습니다');
  expect(text + broken.said.join()).not.toMatch(/SQLITE|reader@/);
  expect(broken.said).toEqual([
    expect.stringMatching(/^Something of \/alerts\/ failed: Error in doors\.test\.ts:\d+$/),
  ]);
});

test('a page that cannot be drawn is replaced by a plain one that tells nothing', async () => {
  const usual = await webHere();
  const web = await webHere({
    parts: { pages: { ...usual.pages, draw: () => Promise.reject(new TypeError('token abc')) } },
  });
  const answer = await web.get('/alerts/manage/');
  expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('화면을 보여 드릴 수 없습니다')]);
  expect(web.said.join()).not.toContain('abc');
});

test('no address, endpoint or token gets into a log, whatever goes wrong', async () => {
  const web = await webHere();
  await confirmed(web);
  await web.send('/alerts/subscribe', { ...filledIn, email: 'broken' });
  await web.sendJson('PUT', '/alerts/push', { endpoint: 'https://fcm.googleapis.com/secret' });
  await web.get('/alerts/manage/?token=secret');
  expect(web.said.join()).not.toMatch(/secret|reader@|broken/);
});
