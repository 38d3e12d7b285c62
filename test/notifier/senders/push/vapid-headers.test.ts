import { expect, test } from 'vitest';
import { parseInstant } from '../../../../db/clock.ts';
import { openVapidKeys } from '../../../../notifier/keys/vapid.ts';
import { vapidHeaders, vapidSubject } from '../../../../notifier/senders/push/vapid-headers.ts';
import { freshFolder } from '../../../fresh.ts';
import { knowsToken } from '../../../stand-ins/push-service/vapid-check.ts';

const now = parseInstant('2026-11-23T10:00:00+09:00');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const origin = 'https://fcm.googleapis.com';

function open() {
  return { vapid: openVapidKeys(freshFolder(), now), headerOf: vapidHeaders('mailto:desk@example.kr') };
}

test('a header is signed for its service, and for a day at most', () => {
  const { vapid, headerOf } = open();
  const header = headerOf(origin, vapid.newest(), now);
  expect(knowsToken(header, origin, now)).toBe(true);
  expect(knowsToken(header, 'https://web.push.apple.com', now)).toBe(false);
  expect(knowsToken(header, origin, hours(13))).toBe(false);
  const signedByAnother = header.replace(/k=.*/, `k=${open().vapid.newest().publicKey}`);
  expect(knowsToken(signedByAnother, origin, now)).toBe(false);
});

test('it stays the same for hours, and is renewed long before it ends', () => {
  const { vapid, headerOf } = open();
  const first = headerOf(origin, vapid.newest(), now);
  expect(headerOf(origin, vapid.newest(), hours(5))).toBe(first);
  const later = headerOf(origin, vapid.newest(), hours(6));
  expect(later).not.toBe(first);
  expect(knowsToken(later, origin, hours(11))).toBe(true);
});

test('another service or another key has another header', () => {
  const { vapid, headerOf } = open();
  const old = vapid.newest();
  const first = headerOf(origin, old, now);
  expect(headerOf('https://web.push.apple.com', old, now)).not.toBe(first);
  expect(headerOf(origin, vapid.rotate(now, new Set([old.id])), now)).not.toBe(first);
});

test('a clock that was set back by a day does not leave a token that lasts too long', () => {
  const { vapid, headerOf } = open();
  headerOf(origin, vapid.newest(), now);
  expect(knowsToken(headerOf(origin, vapid.newest(), hours(-24)), origin, hours(-24))).toBe(true);
});

test('a push service may write to the security contact, else it is given the site', () => {
  expect(vapidSubject({ SECURITY_CONTACT: 'mailto:desk@example.kr', SITE_URL: 'https://a.example' })).toBe(
    'mailto:desk@example.kr',
  );
  expect(vapidSubject({ SITE_URL: 'http://localhost:4321' })).toBe('https://localhost:4321');
});
