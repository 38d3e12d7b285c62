import { expect, test } from 'vitest';
import { parseInstant } from '../../../../db/clock.ts';
import { openVapidKeys } from '../../../../notifier/keys/vapid.ts';
import { checkSubscription } from '../../../../notifier/senders/push/check-subscription.ts';
import { pushHosts } from '../../../../notifier/senders/push/push-hosts.ts';
import { freshFolder } from '../../../fresh.ts';
import { browserOf } from '../../../stand-ins/push-service/browser.ts';

const { keys } = browserOf();
const endpoint = 'https://fcm.googleapis.com/fcm/send/abc';
const good = { endpoint, keys };

function check(said: unknown) {
  const vapid = openVapidKeys(freshFolder(), parseInstant('2026-11-23T10:00:00+09:00'));
  return { result: checkSubscription(said, pushHosts([]), vapid), vapid };
}

test('what a browser says becomes an address, under the newest key or the one that it names', () => {
  const { result, vapid } = check({ ...good, expirationTime: null });
  expect(result).toEqual({ by: 'push', endpoint, ...keys, vapidKey: vapid.newest().id });
  const old = vapid.newest();
  vapid.rotate(new Date(), new Set([old.id]));
  const said = (vapidKey: string) => checkSubscription({ ...good, vapidKey }, pushHosts([]), vapid);
  expect(said(old.id)).toMatchObject({ vapidKey: old.id });
  expect(said(old.publicKey)).toMatchObject({ vapidKey: old.id });
  expect(said('another')).toMatch(/다시 신청/);
});

test('keys with padding are the same keys', () => {
  const auth = `${keys.auth}==`;
  expect(check({ endpoint, keys: { ...keys, auth } }).result).toMatchObject(keys);
});

const point = Buffer.from(keys.p256dh, 'base64url');
const changed = (at: number, to: number) => Buffer.from(point.with(at, to)).toString('base64url');

test.each([
  ['nothing', undefined],
  ['a text', 'https://fcm.googleapis.com/x'],
  ['no keys', { endpoint }],
  ['an endpoint of another kind', { ...good, endpoint: ['https://fcm.googleapis.com/x'] }],
  ['an endpoint without end', { ...good, endpoint: `https://fcm.googleapis.com/${'x'.repeat(3_000)}` }],
  ['a point off the curve', { endpoint, keys: { ...keys, p256dh: changed(50, point[50]! ^ 1) } }],
  ['a compressed point', { endpoint, keys: { ...keys, p256dh: point.subarray(0, 33).toString('base64url') } }],
  ['a point of another form', { endpoint, keys: { ...keys, p256dh: changed(0, 6) } }],
  ['a short secret', { endpoint, keys: { ...keys, auth: keys.auth.slice(0, 10) } }],
  ['a secret of other letters', { endpoint, keys: { ...keys, auth: `${keys.auth.slice(0, 20)}\r\n` } }],
])('%s is refused with a sentence that repeats nothing of it', (_, said) => {
  expect(check(said).result).toBe(
    '브라우저가 알려 준 알림 주소를 읽을 수 없습니다. 이 기기의 알림을 끄고 다시 신청해 주세요.',
  );
});

test('a service that we do not speak to is named as such, not by its name', () => {
  const { result } = check({ ...good, endpoint: 'https://169.254.169.254/latest/meta-data' });
  expect(result).toMatch(/^이 브라우저의 알림 서비스는 아직 지원하지 않습니다/);
});
