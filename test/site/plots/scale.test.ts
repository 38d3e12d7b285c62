import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedScale, scaleOf } from '../../../site/plots/scale.ts';

test('nothing to draw has no ticks, and stands at the edge', () => {
  expect(scaleOf([], 50)).toMatchObject({ tenfold: false, ticks: [] });
  expect(scaleOf([0, 0], 50).at(0)).toBe(0);
});

test('values that are near each other stand plainly, from zero to a round number', () => {
  const scale = scaleOf([74, 322, 92], 60);
  expect(scale.tenfold).toBe(false);
  expect(scale.ticks.map(({ words }) => words)).toEqual(['0', '100', '200', '300', '400']);
  expect(scale.at(200)).toBe(30);
  expect(scale.at(400)).toBe(60);
});

test('values that are far apart stand tenfold, even the smallest with a length', () => {
  const scale = scaleOf([3, 107_508], 60);
  expect(scale.tenfold).toBe(true);
  expect(scale.ticks.map(({ words }) => words)).toEqual(['10', '1,000', '10만']);
  expect(scale.at(0)).toBe(0);
  expect(scale.at(3)).toBeGreaterThan(3);
  expect(scale.at(300) - scale.at(30)).toBeCloseTo(scale.at(3_000) - scale.at(300));
});

test('a rate of less than one is a tick of its own', () => {
  expect(scaleOf([0.02, 268.53, 1], 56).ticks.map(({ words }) => words)).toEqual(['0.1', '10', '1,000']);
  expect(scaleOf([0.13, 0.6, 1], 56).ticks.map(({ words }) => words)).toEqual(['0', '0.5', '1']);
});

test('a tenth of a household is no tick', () => {
  expect(scaleOf([1, 75], 56).ticks.map(({ words }) => words)).toEqual(['1', '10', '100']);
});

test('large numbers are told in 만, and have room beside each other', () => {
  expect(scaleOf([4_200, 2_000], 56).ticks.map(({ words }) => words)).toEqual(['0', '2,000', '4,000', '6,000']);
  expect(scaleOf([14_000, 900], 56).ticks.map(({ words }) => words)).toEqual(['0', '5,000', '1만', '1.5만']);
});

test('whatever the values, the order is kept, nothing leaves its room, and ticks are few and within it', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.001, max: 1e7, noNaN: true }), { minLength: 1 }), (values) => {
      const { at, ticks } = scaleOf([...values, 0], 60);
      const sorted = values.toSorted((a, b) => a - b);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(8);
      for (const tick of ticks) expect(tick.at).toBeLessThanOrEqual(60.01);
      for (const [i, value] of sorted.entries()) {
        expect(at(value)).toBeGreaterThan(0);
        expect(at(value)).toBeLessThanOrEqual(60.01);
        if (i > 0) expect(at(value)).toBeGreaterThanOrEqual(at(sorted[i - 1]!));
      }
    }),
  );
});

test('a known range goes from edge to edge', () => {
  const scale = fixedScale(0, 84, [10, 90], [0, 84]);
  expect(scale.ticks).toEqual([
    { at: 10, words: '0' },
    { at: 90, words: '84' },
  ]);
  expect(scale.at(42)).toBe(50);
});
