import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextWait } from '../../../notifier/feed/next-wait.ts';

const instant = new Date('2026-11-24T19:30:00+09:00');
const after = (ms: number) => new Date(instant.getTime() + ms);

test('an everyday poll comes every five seconds, a fifth more or less', () => {
  expect(nextWait({ failures: 0, instants: [] }, instant, 0)).toBe(4_000);
  expect(nextWait({ failures: 0, instants: [] }, instant, 0.5)).toBe(5_000);
  expect(nextWait({ failures: 0, instants: [] }, instant, 0.999)).toBeLessThan(6_000);
});

test('from a publication instant on it comes every second for three minutes', () => {
  for (const ms of [0, 1, 179_999]) expect(nextWait({ failures: 0, instants: [instant] }, after(ms), 0.5)).toBe(1_000);
  expect(nextWait({ failures: 0, instants: [instant] }, after(180_000), 0.5)).toBe(5_000);
});

test('it never sleeps past a publication instant by more than half a second', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (ms, random) => {
      expect(nextWait({ failures: 0, instants: [instant, after(90_000)] }, after(-ms), random)).toBeLessThan(ms + 500);
    }),
  );
});

test('a site that does not answer is asked ever more seldom, up to a minute, even at an instant', () => {
  const waits = [1, 2, 3, 4, 5, 50].map((failures) => nextWait({ failures, instants: [instant] }, instant, 0.5));
  expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
});
