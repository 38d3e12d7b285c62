import { expect, test } from 'vitest';
import { fixedClock } from '../../../db/clock.ts';
import { bucketsOf } from '../../../notifier/web/buckets.ts';
import { whoAsks } from '../../../notifier/web/who-asks.ts';
import { movedClock } from './web-here.ts';

test.each([
  ['127.0.0.1', '203.0.113.77', '203.0.113.0/24'],
  ['::1', '203.0.113.77', '203.0.113.0/24'],
  ['::ffff:127.0.0.1', '2001:db8:1:2ff:3::4', '2001:db8:1:200::/56'],
  ['127.0.0.1', '::ffff:203.0.113.77', '203.0.113.0/24'],
  ['127.0.0.1', 'nonsense', '127.0.0.0/24'],
  ['127.0.0.1', '198.51.100.1, 203.0.113.77', '127.0.0.0/24'],
  ['198.51.100.9', '203.0.113.77', '198.51.100.0/24'],
  ['10.0.0.9', '203.0.113.77', '10.0.0.0/24'],
])('heard from %s, which speaks for %s: %s', (remoteAddress, forwarded, network) => {
  expect(whoAsks({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } })).toBe(network);
});

test('a bucket fills up with time, never above its brim, and not when a clock is set back', () => {
  const clock = movedClock();
  const bucket = bucketsOf({ burst: 2, perHour: 1 }, clock);
  expect([bucket.take('a'), bucket.take('a'), bucket.take('a'), bucket.take('b')]).toEqual([true, true, false, true]);
  clock.pass(3_600_000);
  expect([bucket.take('a'), bucket.take('a')]).toEqual([true, false]);
  clock.pass(-3_600_000);
  expect(bucket.take('a')).toBe(false);
  clock.pass(100 * 3_600_000);
  expect([bucket.take('a'), bucket.take('a'), bucket.take('a')]).toEqual([true, true, false]);
});

test('a million networks take no more room than the number that is remembered', () => {
  const buckets = bucketsOf({ burst: 1, perHour: 0 }, fixedClock(new Date(0)), 1_000);
  for (let i = 0; i < 1_000_000; i++) buckets.take(String(i));
  expect(buckets.size()).toBe(1_000);
  expect([buckets.take('999999'), buckets.take('0')]).toEqual([false, true]);
});
