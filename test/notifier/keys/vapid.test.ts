import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseInstant } from '../../../db/clock.ts';
import { openVapidKeys } from '../../../notifier/keys/vapid.ts';
import { freshFolder } from '../../fresh.ts';

const now = parseInstant('2026-11-23T10:00:00+09:00');

function open() {
  const folder = freshFolder();
  const file = join(folder, 'keys', 'vapid.json');
  return { folder, file, vapid: openVapidKeys(folder, now) };
}

test('the first start makes a key that only its owner can read, and later ones find it again', () => {
  const { folder, file, vapid } = open();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(Buffer.from(vapid.newest().publicKey, 'base64url')).toHaveLength(65);
  expect(openVapidKeys(folder, now).newest()).toEqual(vapid.newest());
});

test('a new key is for new subscriptions; old ones stay as long as somebody uses them', () => {
  const { folder, vapid } = open();
  const first = vapid.newest();
  const second = vapid.rotate(now, new Set([first.id]));
  expect(vapid.newest()).toEqual(second);
  expect(vapid.of(first.id)).toEqual(first);
  const third = vapid.rotate(now, new Set());
  expect(vapid.of(first.id)).toBeUndefined();
  // Pages that are open just now may still subscribe with the one that was the newest.
  expect(vapid.of(second.id)).toEqual(second);
  expect(openVapidKeys(folder, now).newest()).toEqual(third);
});

test('a file that others can read stops the start', () => {
  const { folder, file } = open();
  chmodSync(file, 0o644);
  expect(() => openVapidKeys(folder, now)).toThrow(/can be read by others than its owner.*chmod 600/);
});

test.each(['', '[]', '{"a":1}', '[{"id":"x","publicKey":"short","privateKey":"secret","madeAt":"2026-11-23"}]'])(
  'a damaged file (%s) stops the start, is left as it is, and is not printed',
  (content) => {
    const { folder, file } = open();
    writeFileSync(file, content);
    expect(() => openVapidKeys(folder, now)).toThrow(/vapid\.json is damaged\. Put it back/);
    expect(() => openVapidKeys(folder, now)).not.toThrow(/secret/);
    expect(readFileSync(file, 'utf8')).toBe(content);
  },
);
