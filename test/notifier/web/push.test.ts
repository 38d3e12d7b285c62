import { expect, test } from 'vitest';
import { agreedWords } from '../../../db/alert-pages.ts';
import { subscription } from './subscription.ts';
import { webHere, wished, type WebHere } from './web-here.ts';

async function newest(web: WebHere) {
  return ((await (await web.get('/alerts/key')).json()) as { key: string }).key;
}

/** A device that has asked for something. */
async function device(web: WebHere) {
  const own = subscription(await newest(web));
  const answer = await web.sendJson('PUT', '/alerts/push', { ...own, wishes: wished, agreed: agreedWords });
  expect(answer.status).toBe(200);
  return { own, id: (await web.store.find({ endpoint: own.endpoint }))! };
}

test('a device is told from its first word on, and hears what is stored', async () => {
  const web = await webHere();
  const own = subscription(await newest(web));
  const answer = await web.sendJson('PUT', '/alerts/push', {
    ...own,
    expirationTime: null,
    wishes: wished,
    agreed: agreedWords,
  });
  const at = web.clock.now().toISOString();
  const consents = [{ at, words: agreedWords, what: 'confirmed' }];
  expect(await answer.json()).toEqual({ wishes: wished, joinedAt: at, consents });
  const id = (await web.store.find({ endpoint: own.endpoint }))!;
  expect((await web.store.addresses([id])).get(id)).toMatchObject({
    by: 'push',
    endpoint: own.endpoint,
    ...own.keys,
    vapidKey: web.vapid.newest().id,
  });
  expect(web.matcher.size).toBe(1);
});

test('the same again changes nothing and is not written down again; new wishes and keys are', async () => {
  const web = await webHere();
  const { own, id } = await device(web);
  const before = await web.store.receipt(id);
  for (let i = 0; i < 3; i++) expect((await web.sendJson('PUT', '/alerts/push', own)).status).toBe(200);
  expect(await web.store.receipt(id)).toEqual(before);
  const renewed = {
    ...subscription(own.vapidKey, own.endpoint),
    wishes: { ...wished, digestAt: 7 },
    agreed: agreedWords,
  };
  expect(await (await web.sendJson('PUT', '/alerts/push', renewed)).json()).toMatchObject({ wishes: { digestAt: 7 } });
  expect((await web.store.addresses([id])).get(id)).toMatchObject({ p256dh: renewed.keys.p256dh });
  expect([(await web.store.find({ endpoint: own.endpoint }))!, web.matcher.size]).toEqual([id, 1]);
});

test('who has a subscription that we do not know is told so, and nothing comes of it', async () => {
  const web = await webHere();
  const answer = await web.sendJson('PUT', '/alerts/push', subscription(await newest(web)));
  expect([answer.status, await answer.json()]).toEqual([404, { why: 'unknown' }]);
  expect(web.matcher.size).toBe(0);
});

test('a new endpoint takes the wishes of the old one over, and the old one ends', async () => {
  const web = await webHere();
  const { own, id } = await device(web);
  const next = subscription(own.vapidKey, 'https://updates.push.services.mozilla.com/wpush/v2/next');
  expect(await (await web.sendJson('PUT', '/alerts/push', { ...next, was: own.endpoint })).json()).toMatchObject({
    wishes: wished,
  });
  expect([(await web.store.receipt(id))!.state, web.door.left(id), web.matcher.size]).toEqual(['ended', true, 1]);
  const taken = (await web.store.find({ endpoint: next.endpoint }))!;
  await web.sendJson('PUT', '/alerts/push', { ...next, was: next.endpoint });
  expect((await web.store.receipt(taken))!.state).toBe('confirmed');
});

test('a device that was lost asks by itself for what it had, and where somebody has left it is not heard', async () => {
  const web = await webHere();
  const { own, id } = await device(web);
  const again = { ...own, wishes: wished, agreed: agreedWords, again: true };
  await web.store.end(id, 'gone', web.clock.now());
  expect((await web.sendJson('PUT', '/alerts/push', own)).status).toBe(404);
  expect((await web.sendJson('PUT', '/alerts/push', again)).status).toBe(200);
  expect([(await web.store.receipt(id))!.state, web.door.left(id), web.matcher.size]).toEqual(['confirmed', false, 1]);

  await web.sendJson('DELETE', '/alerts/push', { endpoint: own.endpoint });
  const next = { ...again, ...subscription(own.vapidKey), was: own.endpoint };
  for (const put of [again, next]) {
    const answer = await web.sendJson('PUT', '/alerts/push', put);
    expect([answer.status, await answer.json()]).toEqual([404, { why: 'unknown' }]);
  }
  expect([await web.store.find({ endpoint: next.endpoint }), web.matcher.size]).toEqual([null, 0]);
  expect((await web.sendJson('PUT', '/alerts/push', { ...again, again: undefined })).status).toBe(200);
});

test('a device that was lost is not told again under words that somebody has not agreed to', async () => {
  const web = await webHere();
  const { own, id } = await device(web);
  await web.store.end(id, 'gone', web.clock.now());
  const old = { ...own, wishes: wished, agreed: '2026-01-01', again: true };
  const answer = await web.sendJson('PUT', '/alerts/push', old);
  expect([answer.status, await answer.json()]).toEqual([422, { why: 'not agreed' }]);
  expect((await web.store.receipt(id))!.state).toBe('ended');
});

test('a device that subscribed with an older key stays, one with a key that is none is refused', async () => {
  const web = await webHere();
  const { own } = await device(web);
  web.vapid.rotate(web.clock.now(), new Set([web.vapid.newest().id]));
  expect(await newest(web)).not.toBe(own.vapidKey);
  expect((await web.sendJson('PUT', '/alerts/push', own)).status).toBe(200);
  expect((await web.sendJson('PUT', '/alerts/push', { ...own, vapidKey: 'A'.repeat(87) })).status).toBe(400);
});

test('several devices are several channels, and one ends alone', async () => {
  const web = await webHere();
  const [one, two] = [await device(web), await device(web)];
  expect((await web.sendJson('DELETE', '/alerts/push', { endpoint: one.own.endpoint })).status).toBe(200);
  expect((await web.store.receipt(one.id))!.state).toBe('ended');
  expect((await web.store.receipt(two.id))!.state).toBe('confirmed');
  expect([web.door.left(one.id), web.door.left(two.id), web.matcher.size]).toEqual([true, false, 1]);
  expect((await web.sendJson('DELETE', '/alerts/push', { endpoint: one.own.endpoint })).status).toBe(200);
});

test('a device that comes back is told again', async () => {
  const web = await webHere();
  const { own, id } = await device(web);
  await web.sendJson('DELETE', '/alerts/push', { endpoint: own.endpoint });
  expect((await web.sendJson('PUT', '/alerts/push', own)).status).toBe(404);
  await web.sendJson('PUT', '/alerts/push', { ...own, wishes: wished, agreed: agreedWords });
  expect([await web.store.find({ endpoint: own.endpoint }), web.door.left(id), web.matcher.size]).toEqual([
    id,
    false,
    1,
  ]);
});

test('everything about a device is erased on request', async () => {
  const web = await webHere();
  const { own, id } = await device(web);
  expect((await web.sendJson('DELETE', '/alerts/push', { endpoint: own.endpoint, forget: true })).status).toBe(200);
  expect([await web.store.receipt(id), await web.store.find({ endpoint: own.endpoint }), web.matcher.size]).toEqual([
    null,
    null,
    0,
  ]);
});

test('a test alert goes to the device that asks, and only so often', async () => {
  const web = await webHere({ limits: { tests: { burst: 1, perHour: 6 } } });
  const { own, id } = await device(web);
  const once = await web.sendJson('POST', '/alerts/push/test', { endpoint: own.endpoint });
  expect([once.status, await once.json(), web.tested]).toEqual([200, { sent: true }, [id]]);
  expect((await web.sendJson('POST', '/alerts/push/test', { endpoint: own.endpoint })).status).toBe(429);
  expect((await web.sendJson('POST', '/alerts/push/test', { endpoint: `${own.endpoint}x` })).status).toBe(404);
  expect(web.tested).toEqual([id]);
});

test('what no browser would say is refused', async () => {
  const web = await webHere();
  const own = subscription(await newest(web));
  const agreed = { wishes: wished, agreed: agreedWords };
  const wrong: [unknown, number][] = [
    [{ ...own, wishes: wished }, 422],
    [{ ...own, wishes: wished, agreed: '2020-01-01' }, 422],
    [{ ...own, ...agreed, wishes: { ...wished, places: [] } }, 422],
    [{ ...own, ...agreed, wishes: { ...wished, places: ['00'] } }, 400],
    [{ ...own, ...agreed, wishes: { ...wished, more: 1 } }, 400],
    [{ ...own, ...agreed, wishes: { ...wished, digestAt: 1.5 } }, 400],
    [{ ...own, ...agreed, endpoint: 'https://127.0.0.1/x' }, 400],
    [{ ...own, ...agreed, endpoint: 'https://fcm.googleapis.com.example.com/x' }, 400],
    [{ ...own, ...agreed, endpoint: 'http://fcm.googleapis.com/x' }, 400],
    [{ ...own, ...agreed, keys: { ...own.keys, auth: 'AAAA' } }, 400],
    [{ ...own, ...agreed, keys: { ...own.keys, p256dh: Buffer.alloc(65, 4).toString('base64url') } }, 400],
    [[own], 400],
    [null, 400],
    ['text', 400],
  ];
  for (const [body, status] of wrong)
    expect([body, (await web.sendJson('PUT', '/alerts/push', body)).status]).toEqual([body, status]);
  expect((await web.store.standing(web.clock.now())).channels.push.confirmed).toBe(0);
});
