import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { agreedWords } from '../../../db/alert-pages.ts';
import { confirmed, filledIn, webHere, wished } from './web-here.ts';

const hour = 3_600_000;

test('an address is asked, says yes, and is then told', async () => {
  const web = await webHere();
  const asked = await web.send('/alerts/subscribe', filledIn);
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/alerts/asked/']);
  expect(await (await web.get('/alerts/asked/')).text()).toContain('메일을 확인해 주세요');
  expect(web.matcher.size).toBe(0);

  const mail = await web.mail();
  expect(mail.to).toBe('reader@example.kr');
  const page = await web.get(`/alerts/confirm/?token=${mail.token('confirm')}`);
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(/서울 강남구[\s\S]*알림 시작하기|알림 시작하기[\s\S]*서울 강남구/);
  expect(web.matcher.size).toBe(0);

  const yes = await web.send('/alerts/confirm/', { token: mail.token('confirm') });
  expect([yes.status, yes.headers.get('location')]).toEqual([303, '/alerts/confirmed/']);
  expect(web.matcher.size).toBe(1);
  const id = (await web.store.find({ email: 'reader@example.kr' }))!;
  const receipt = (await web.store.receipt(id))!;
  expect(receipt).toMatchObject({ state: 'confirmed', wishes: wished });
  expect(receipt.consents.map(({ what, words }) => [what, words])).toEqual([
    ['asked', agreedWords],
    ['confirmed', agreedWords],
  ]);
});

test('a yes given twice is as good as once', async () => {
  const web = await webHere();
  const id = await confirmed(web);
  const again = await web.send('/alerts/confirm/', { token: web.tokens.confirm(id, 1) });
  expect(again.headers.get('location')).toBe('/alerts/confirmed/');
  expect(web.matcher.size).toBe(1);
});

test('to look at a page changes nothing: programs that read mails follow every link', async () => {
  const web = await webHere();
  const id = await confirmed(web);
  const before = await web.store.receipt(id);
  const { generation } = before!;
  for (const path of [
    `/alerts/confirm/?token=${web.tokens.confirm(id, generation)}`,
    `/alerts/manage/?token=${web.tokens.manage(id, generation)}`,
    `/alerts/unsubscribe/?token=${web.tokens.unsubscribe(id, generation)}`,
    '/alerts/manage/',
    '/alerts/key',
  ]) {
    const looked = await web.get(path);
    expect([path, looked.status, looked.headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
    expect((await fetch(`http://127.0.0.1:${web.port}${path}`, { method: 'HEAD' })).status).toBe(200);
  }
  expect(await web.store.receipt(id)).toEqual(before);
});

test('the answer is the same for an address that is new, asked, known, suppressed, or asked too often', async () => {
  const web = await webHere({ limits: { mailsTo: { burst: 2, perHour: 0 } } });
  await confirmed(web, 'known@example.kr');
  await web.store.suppress('suppressed@example.kr', 'bounced', web.clock.now());
  const answers = [];
  for (const email of [
    'new@example.kr',
    'new@example.kr',
    'new@example.kr',
    'known@example.kr',
    'suppressed@example.kr',
  ]) {
    const answer = await web.send('/alerts/subscribe', { ...filledIn, email });
    const { date: _, ...headers } = Object.fromEntries(answer.headers);
    answers.push({ status: answer.status, headers, body: await answer.text() });
  }
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  await sleep(50);
  const written = ['known', 'new', 'new', 'known'].map((name) => `${name}@example.kr`);
  expect(web.letters.map(({ to }) => to)).toEqual(written);
});

test('the answer waits until its time has come, whatever it took', async () => {
  const web = await webHere({ limits: { level: 150 } });
  for (const path of ['/alerts/subscribe', '/alerts/manage-link']) {
    const begun = performance.now();
    await web.send(path, filledIn);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(149);
  }
});

test('who is told already gets a mail that says so, and keeps their wishes', async () => {
  const web = await webHere();
  const id = await confirmed(web);
  await web.send('/alerts/subscribe', { ...filledIn, place: 'all' });
  expect((await web.mail()).subject).toContain('이미 알림을 받고 계십니다');
  expect((await web.store.receipt(id))!.wishes).toEqual(wished);
});

test('a stranger’s words are in no mail', async () => {
  const web = await webHere();
  await web.send('/alerts/subscribe', { ...filledIn, notices: '2026000001', name: 'STRANGER', place: ['11'] });
  const letter = await web.mail();
  expect(letter.text + letter.subject).not.toContain('STRANGER');
  expect(letter.text).not.toContain('2026000001');
});

const wrong: [what: string, fields: Record<string, string | string[]>, status: number][] = [
  ['no address', { email: '' }, 422],
  ['an address that begins another line', { email: 'a@example.kr\r\nBcc: b@example.kr' }, 422],
  ['an address with a name', { email: 'A <a@example.kr>' }, 422],
  ['two addresses', { email: 'a@example.kr,b@example.kr' }, 422],
  ['a very long address', { email: `${'a'.repeat(65)}@example.kr` }, 422],
  ['no consent', { agree: '' }, 422],
  ['consent to other words', { agree: '2020-01-01' }, 422],
  ['no place and no notice', { place: [], notices: '' }, 422],
  ['places without a kind', { kind: [] }, 422],
  ['no moment', { moment: [] }, 422],
  ['a place that is none', { place: ['99999'] }, 400],
  ['a kind that is none', { kind: ['castle'] }, 400],
  ['a number that is none', { notices: '12345' }, 400],
  ['an hour that is none', { delivery: 'digest', digestAt: '24' }, 400],
  ['too many notices', { notices: Array.from({ length: 51 }, (_, i) => 2026000000 + i).join(' ') }, 400],
];

test('a form in which something is missing or wrong is refused with a page that says what to do', async () => {
  const web = await webHere();
  for (const [what, fields, status] of wrong) {
    const answer = await web.send('/alerts/subscribe', { ...filledIn, ...fields });
    expect([what, answer.status]).toEqual([what, status]);
    expect(await answer.text()).toMatch(/<h1[^>]*>[^<]{5,}<\/h1>/);
  }
  await sleep(50);
  expect(web.letters).toEqual([]);
  expect((await web.store.standing(web.clock.now())).channels.email.asked).toBe(0);
});

test('wishes come to the least that says them', async () => {
  const web = await webHere();
  await web.send('/alerts/subscribe', {
    ...filledIn,
    place: ['11680', '11', '41', '41', '26'],
    notices: '2026000002, 2026000001\n2026000002',
    delivery: 'digest',
    digestAt: '7',
    quietFrom: '6',
    quietTo: '6',
  });
  const id = (await web.store.find({ email: filledIn.email }))!;
  expect((await web.store.receipt(id))!.wishes).toEqual({
    places: ['11', '26', '41'],
    kinds: ['apt', 'officetel'],
    notices: ['2026000001', '2026000002'],
    moments: ['notice', 'results'],
    digestAt: 7,
    quiet: null,
  });
});

test('a link to confirm holds two days, and one of before an end never more', async () => {
  const web = await webHere();
  await web.send('/alerts/subscribe', filledIn);
  const token = (await web.mail()).token('confirm');
  web.clock.pass(47 * hour);
  expect((await web.get(`/alerts/confirm/?token=${token}`)).status).toBe(200);
  web.clock.pass(2 * hour);
  expect((await web.get(`/alerts/confirm/?token=${token}`)).status).toBe(410);
  expect((await web.send('/alerts/confirm/', { token })).status).toBe(410);

  const id = await confirmed(web);
  const old = web.tokens.confirm(id, 1);
  await web.store.end(id, 'unsubscribed', web.clock.now());
  await web.send('/alerts/subscribe', filledIn);
  expect((await web.send('/alerts/confirm/', { token: old })).status).toBe(404);
});

test('the way to one’s own page is mailed, to who is there alone, and opens it for half an hour', async () => {
  const web = await webHere();
  const id = await confirmed(web);
  const before = web.letters.length;
  const answers = await Promise.all(
    ['nobody@example.kr', filledIn.email].map((email) => web.send('/alerts/manage-link', { email })),
  );
  expect(answers.map(({ headers }) => headers.get('location'))).toEqual(['/alerts/link-sent/', '/alerts/link-sent/']);
  const token = (await web.mail()).token('manage');
  await sleep(50);
  expect(web.letters.slice(before).map(({ to }) => to)).toEqual([filledIn.email]);
  const page = await (await web.get(`/alerts/manage/?token=${token}`)).text();
  expect(page).toContain(filledIn.email);
  expect(page).toContain('동의 기록');
  expect(page).toMatch(/<input type="checkbox" name="place" value="11680" checked/);

  const changed = await web.send('/alerts/manage/', { ...filledIn, token, place: 'all', moment: 'closes-today' });
  const way = `/alerts/manage/?token=${token}&done=changed`;
  expect([changed.status, changed.headers.get('location')]).toEqual([303, way]);
  expect(await (await web.get(way)).text()).toContain('바꾼 내용을 저장했습니다.');
  expect((await web.store.receipt(id))!.wishes).toMatchObject({ places: ['all'], moments: ['closes-today'] });

  web.clock.pass(hour);
  expect((await web.get(`/alerts/manage/?token=${token}`)).status).toBe(410);
  expect((await web.send('/alerts/manage/', { ...filledIn, token })).status).toBe(410);
  expect((await web.send('/alerts/forget', { token })).status).toBe(410);
});

test('the link of one purpose opens nothing else', async () => {
  const web = await webHere();
  const id = await confirmed(web);
  const { generation } = (await web.store.receipt(id))!;
  for (const purpose of ['confirm', 'unsubscribe', 'bounce'] as const) {
    const token = web.tokens[purpose](id, generation);
    expect((await web.get(`/alerts/manage/?token=${token}`)).status).toBe(404);
    expect((await web.send('/alerts/forget', { token })).status).toBe(404);
    expect((await web.send('/alerts/manage/', { ...filledIn, token })).status).toBe(404);
  }
  expect((await web.store.receipt(id))!.state).toBe('confirmed');
});

test('one click of a mail program ends it at once: no cookie, no origin, the token in the address', async () => {
  const web = await webHere();
  const id = await confirmed(web);
  await web.send('/alerts/manage-link', { email: filledIn.email });
  const { raw } = await web.mail();
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const link = /List-Unsubscribe: <https:\/\/lighthouse\.example([^>]+)>/.exec(raw.replace(/\r\n /g, ''))![1]!;
  const answer = await fetch(`http://127.0.0.1:${web.port}${link}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'cross-site' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(answer.status).toBe(200);
  expect(web.door.left(id)).toBe(true);
  expect(web.matcher.size).toBe(0);
  expect((await web.store.receipt(id))!.state).toBe('ended');
  await sleep(50);
  expect(web.letters).toHaveLength(2);
});

test('to end it works for ever, also with a mail of an earlier time, from one network as often as it likes', async () => {
  const web = await webHere({ limits: { formsFrom: { burst: 4, perHour: 0 } } });
  const id = await confirmed(web);
  const token = web.tokens.unsubscribe(id, 1);
  for (let i = 0; i < 10; i++) expect((await web.send('/alerts/unsubscribe/', { token })).status).toBe(200);
  web.clock.pass(3 * 365 * 24 * hour);
  await confirmed(web);
  expect(web.door.left(id)).toBe(false);
  expect((await web.store.receipt(id))!).toMatchObject({ generation: 2, state: 'confirmed' });
  expect((await web.send('/alerts/unsubscribe/', { token })).status).toBe(200);
  expect((await web.store.receipt(id))!.state).toBe('ended');
});

test('who never asked and clicks once is not asked again, and whoever types their address in does not notice', async () => {
  const web = await webHere();
  const answer = async () => {
    const { status, headers } = await web.send('/alerts/subscribe', filledIn);
    return [status, headers.get('location')];
  };
  const first = await answer();
  const mail = await web.mail();
  const link = /List-Unsubscribe: <https:\/\/lighthouse\.example([^>]+)>/.exec(mail.raw.replace(/\r\n /g, ''))![1]!;
  expect((await web.send(link, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
  for (let i = 0; i < 24; i++) {
    web.clock.pass(2 * hour);
    expect(await answer()).toEqual(first);
    await web.send('/alerts/manage-link', filledIn);
  }
  await sleep(50);
  expect(web.letters).toHaveLength(1);
  expect((await web.get(`/alerts/confirm/?token=${mail.token('confirm')}`)).status).toBe(410);
});

test('who does not answer is asked three times a month, also by way of the own page', async () => {
  const web = await webHere();
  for (let i = 0; i < 24; i++) {
    expect((await web.send('/alerts/subscribe', filledIn)).headers.get('location')).toBe('/alerts/asked/');
    await web.send('/alerts/manage-link', filledIn);
    web.clock.pass(6 * hour);
  }
  await sleep(50);
  expect(web.letters).toHaveLength(3);
});

test('a multipart one-click is understood as well', async () => {
  const web = await webHere();
  const id = await confirmed(web);
  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  const answer = await fetch(
    `http://127.0.0.1:${web.port}/alerts/unsubscribe/?token=${web.tokens.unsubscribe(id, 1)}`,
    { method: 'POST', body },
  );
  expect([answer.status, (await web.store.receipt(id))!.state]).toEqual([200, 'ended']);
});

test('everything is erased on request, and the last mail says so', async () => {
  const web = await webHere();
  const id = await confirmed(web);
  const unsubscribe = web.tokens.unsubscribe(id, 1);
  const answer = await web.send('/alerts/forget', { token: web.tokens.manage(id, 1) });
  expect(answer.headers.get('location')).toBe('/alerts/forgotten/');
  expect([await web.store.receipt(id), web.matcher.size, web.door.left(id)]).toEqual([null, 0, true]);
  expect((await web.mail()).subject).toContain('모두 지웠습니다');
  // Links in mails of before do no harm, and tell nothing.
  expect((await web.send('/alerts/unsubscribe/', { token: unsubscribe })).status).toBe(200);
  expect((await web.get(`/alerts/manage/?token=${web.tokens.manage(id, 1)}`)).status).toBe(404);
});

test('a test alert goes out when it is asked for, and only so often', async () => {
  const web = await webHere({ limits: { tests: { burst: 2, perHour: 6 } } });
  const id = await confirmed(web);
  const token = web.tokens.manage(id, 1);
  const statuses = [];
  for (let i = 0; i < 3; i++) statuses.push((await web.send('/alerts/test', { token })).status);
  expect([statuses, web.tested]).toEqual([
    [303, 303, 429],
    [id, id],
  ]);
});

test('a page that says what was done can be loaded again, and nothing is sent or changed again', async () => {
  const web = await webHere();
  const id = await confirmed(web);
  const token = web.tokens.manage(id, 1);
  const way = (await web.send('/alerts/test', { token })).headers.get('location')!;
  expect(way).toBe(`/alerts/manage/?token=${token}&done=tested`);
  for (let i = 0; i < 3; i++) expect(await (await web.get(way)).text()).toContain('시험 알림을 보냈습니다.');
  expect(web.tested).toEqual([id]);
  expect(await (await web.get(`/alerts/manage/?token=${token}&done=nonsense`)).text()).not.toContain('alerts-done');
});

test('who has left while being remembered is not remembered', async () => {
  const web = await webHere();
  await web.send('/alerts/subscribe', filledIn);
  const token = (await web.mail()).token('confirm');
  const id = (await web.store.find({ email: filledIn.email }))!;
  await Promise.all([
    web.send('/alerts/confirm/', { token }),
    web.send('/alerts/unsubscribe/', { token: web.tokens.unsubscribe(id, 1) }),
  ]);
  expect([(await web.store.receipt(id))!.state, web.matcher.size, web.door.left(id)]).toEqual(['ended', 0, true]);
});
