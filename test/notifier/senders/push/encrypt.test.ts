import { expect, test } from 'vitest';
import webPush from 'web-push';
import { encrypt } from '../../../../notifier/senders/push/encrypt.ts';
import { bodySize, roomForPayload } from '../../../../notifier/senders/push/payload.ts';
import { browserOf } from '../../../stand-ins/push-service/browser.ts';

const text = '등대마을 첫째 단지 접수가 오늘 시작됩니다';
const bytesOf = (keys: { p256dh: string; auth: string }) =>
  [Buffer.from(keys.p256dh, 'base64url'), Buffer.from(keys.auth, 'base64url')] as const;

test('the browser of these tests opens the example of RFC 8291 and what web-push encrypts', () => {
  const example = browserOf({
    privateKey: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  });
  const message =
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN';
  expect(example.open(Buffer.from(message, 'base64url'))).toBe('When I grow up, I want to be a watermelon');
  const browser = browserOf();
  const { cipherText } = webPush.encrypt(browser.keys.p256dh, browser.keys.auth, text, 'aes128gcm') as {
    cipherText: Buffer;
  };
  expect(browser.open(cipherText)).toBe(text);
});

test('a browser opens what was encrypted for it, and no other does', () => {
  const browser = browserOf();
  const body = encrypt(Buffer.from(text), ...bytesOf(browser.keys));
  expect(browser.open(body)).toBe(text);
  expect(() => browserOf().open(body)).toThrow();
});

test('every message has the same size, whatever it says', () => {
  const keys = bytesOf(browserOf().keys);
  const sizes = ['', 'x', text, 'x'.repeat(roomForPayload)].map((each) => encrypt(Buffer.from(each), ...keys).length);
  expect(sizes).toEqual([bodySize, bodySize, bodySize, bodySize]);
});

test('two messages to one browser share neither key pair nor salt, and the first stays as it was', () => {
  const browser = browserOf();
  const keys = bytesOf(browser.keys);
  const first = encrypt(Buffer.from('one'), ...keys);
  const second = encrypt(Buffer.from('and another'), ...keys);
  expect(first.subarray(0, 16)).not.toEqual(second.subarray(0, 16));
  expect(first.subarray(21, 86)).not.toEqual(second.subarray(21, 86));
  expect([browser.open(first), browser.open(second)]).toEqual(['one', 'and another']);
});

test('of a thousand messages no two share a salt', () => {
  const keys = bytesOf(browserOf().keys);
  const salts = Array.from({ length: 1_000 }, () => encrypt(Buffer.from(text), ...keys).toString('hex', 0, 16));
  expect(new Set(salts).size).toBe(1_000);
});

test('a point that is not on the curve is refused', () => {
  const [point, secret] = bytesOf(browserOf().keys);
  point[40]! ^= 1;
  expect(() => encrypt(Buffer.from(text), point, secret)).toThrow();
});
