import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { nextStep, type Standing } from '../../../site/publisher/next-step.ts';

const minute = 60_000;
const instant = Date.parse('2026-11-24T19:30:00+09:00');
const standing = (minutesBefore: number, more: Partial<Standing> = {}): Standing => ({
  now: instant - minutesBefore * minute,
  instant,
  moment: instant + 300 * minute,
  prepared: true,
  preparing: 5_000,
  ...more,
});

test('the site is prepared half an hour ahead, and again when something has overtaken it', () => {
  expect(nextStep(standing(31, { prepared: false })).do).toBe('wait');
  expect(nextStep(standing(30, { prepared: false })).do).toBe('prepare');
  expect(nextStep(standing(30)).do).toBe('wait');
  expect(nextStep(standing(2, { prepared: false })).do).toBe('prepare');
});

test('in the last minute nothing else is done, but a preparation that there is still time for', () => {
  expect(nextStep(standing(1)).do).toBe('publish');
  expect(nextStep(standing(0.5, { prepared: false, preparing: 20_000 })).do).toBe('prepare');
  expect(nextStep(standing(0.5, { prepared: false, preparing: 40_000 })).do).toBe('publish');
  expect(nextStep(standing(1, { moment: instant - minute })).do).toBe('publish');
});

test('an instant that has passed is published at once, prepared or not', () => {
  expect(nextStep(standing(-10)).do).toBe('publish');
  expect(nextStep(standing(-10, { prepared: false, moment: instant })).do).toBe('publish');
});

test('a build of the day does not begin within five minutes before an instant', () => {
  const moment = instant - 10 * minute;
  expect(nextStep(standing(10, { moment })).do).toBe('renew');
  expect(nextStep(standing(5.1, { moment })).do).toBe('renew');
  expect(nextStep(standing(5, { moment })).do).toBe('wait');
  expect(nextStep(standing(-1, { instant: null, moment })).do).toBe('renew');
});

test('no wait lasts past what comes next, nor longer than a second: an order of the operator counts within it', () => {
  assert(
    property(integer({ min: -100, max: 100_000_000 }), integer({ min: -100, max: 100_000_000 }), (to, until) => {
      const step = nextStep({
        now: instant,
        instant: instant + to,
        moment: instant + until,
        prepared: true,
        preparing: 1,
      });
      if (step.do !== 'wait') return;
      expect(step.for).toBeGreaterThanOrEqual(1);
      expect(step.for).toBeLessThanOrEqual(1_000);
      expect(step.for).toBeLessThanOrEqual(to - minute);
      if (until > 0) expect(step.for).toBeLessThanOrEqual(until);
    }),
  );
});
