import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  dayAfter,
  fixedClock,
  isDay,
  koreanDay,
  koreanInstant,
  koreanStamp,
  koreanTime,
  parseInstant,
  runningClock,
  weekday,
} from '../../db/clock.ts';
import { steadyClock } from '../../db/steady-clock.ts';

test('a Korean day begins at 15:00 UTC of the day before', () => {
  expect(koreanDay(new Date('2026-11-21T14:59:59.999Z'))).toBe('2026-11-21');
  expect(koreanDay(new Date('2026-11-21T15:00:00Z'))).toBe('2026-11-22');
  expect(koreanDay(new Date('2026-12-31T15:00:00Z'))).toBe('2027-01-01');
});

test('a Korean day and hour is one instant', () => {
  expect(koreanInstant('2026-11-22', '19:30').toISOString()).toBe('2026-11-22T10:30:00.000Z');
  expect(koreanStamp(koreanInstant('2026-11-22', '19:30'))).toBe('2026-11-22T19:30:00+09:00');
  expect(koreanTime(koreanInstant('2026-11-22', '00:00'))).toBe('00:00');
});

test('days are counted through the ends of months and years', () => {
  expect(dayAfter('2026-12-31')).toBe('2027-01-01');
  expect(dayAfter('2028-02-28')).toBe('2028-02-29');
  expect(dayAfter('2026-11-22', -7)).toBe('2026-11-15');
  expect(weekday('2026-11-22')).toBe(0);
});

test('only days that the calendar has are days', () => {
  expect(isDay('2028-02-29')).toBe(true);
  expect(isDay('2027-02-29')).toBe(false);
  expect(isDay('2027-2-2')).toBe(false);
});

test.each(['2026-11-22T19:30:00+09:00', '2026-11-22T10:30:00Z', '2026-11-22T10:30:00.000Z'])('%s is read', (text) => {
  expect(parseInstant(text)).toEqual(koreanInstant('2026-11-22', '19:30'));
});

test.each(['2026-11-22T19:30:00', '2026-11-22', '19:30', '2026-02-30T00:00:00Z', 'now', '2026-11-22T25:00:00Z', ''])(
  '"%s" is refused: it is no instant with an offset',
  (text) => {
    expect(() => parseInstant(text)).toThrow('is not an instant. Write it with its offset');
  },
);

test('a fixed clock stands still', () => {
  const instant = koreanInstant('2026-11-22');
  expect(fixedClock(instant).now()).toBe(instant);
});

/** How far a count of milliseconds moves during a pause, and the least and the most that the pause can have been. */
async function duringAPause(count: () => number) {
  const before = performance.now();
  const from = count();
  const begun = performance.now();
  await setTimeout(60);
  const ended = performance.now();
  const to = count();
  return { moved: to - from, least: ended - begun, most: performance.now() - before };
}

test('a running clock begins at its instant and goes on from there', async () => {
  const begun = performance.now();
  const clock = runningClock(koreanInstant('2036-02-07', '19:30'));
  const first = clock.now().getTime() - koreanInstant('2036-02-07', '19:30').getTime();
  expect(first).toBeGreaterThanOrEqual(0);
  expect(first).toBeLessThanOrEqual(performance.now() - begun);
  const { moved, least, most } = await duringAPause(() => clock.now().getTime());
  expect(moved).toBeGreaterThan(least - 1);
  expect(moved).toBeLessThan(most + 1);
});

test('the steady clock counts milliseconds, to a hundredth of a second or better', async () => {
  const { moved, least, most } = await duringAPause(() => steadyClock.elapsed());
  expect(moved).toBeGreaterThan(least - 11);
  expect(moved).toBeLessThan(most + 11);
});
