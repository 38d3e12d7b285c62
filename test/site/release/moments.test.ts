import { expect, test } from 'vitest';
import { koreanInstant } from '../../../db/clock.ts';
import { nextMoment } from '../../../site/release/moments.ts';

test.each([
  ['2026-11-22', '08:59', '2026-11-22', '09:00'],
  ['2026-11-22', '09:00', '2026-11-22', '17:30'],
  ['2026-11-22', '19:29', '2026-11-23', '00:00'],
  ['2026-11-22', '23:58', '2026-11-23', '00:00'],
  ['2026-12-31', '19:30', '2027-01-01', '00:00'],
])('after %s %s the site is made anew on %s at %s', (day, hour, nextDay, nextHour) => {
  expect(nextMoment(koreanInstant(day, hour))).toEqual(koreanInstant(nextDay, nextHour));
});

test('it is made anew too when a receipt closes that was extended', () => {
  const closings = [koreanInstant('2026-11-22', '23:00'), koreanInstant('2026-11-25', '18:00')];
  expect(nextMoment(koreanInstant('2026-11-22', '19:00'), closings)).toEqual(closings[0]);
  expect(nextMoment(closings[0]!, closings)).toEqual(koreanInstant('2026-11-23', '00:00'));
});
