import { array, assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { percentile } from '../../../site/status/percentile.ts';

test('none of no values', () => {
  expect(percentile([], 50)).toBeNull();
});

test.each([
  [[7], 50, 7],
  [[7], 95, 7],
  [[7], 0, 7],
  [[9, 1], 50, 1],
  [[9, 1], 95, 9],
  [[3, 1, 2], 50, 2],
  [[10, 2, 30], 95, 30],
  [[15, 20, 35, 40, 50], 30, 20],
  [[15, 20, 35, 40, 50], 100, 50],
])('of %j the %i %% are within %i', (values, percent, expected) => {
  expect(percentile(values, percent)).toBe(expected);
});

test('of a hundred values each percent is one of them', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  for (let percent = 1; percent <= 100; percent++) expect(percentile(values, percent)).toBe(percent);
});

test('it is one of the values: enough of them are within it, and too few below it', () => {
  assert(
    property(
      array(integer({ min: -5, max: 100 }), { minLength: 1 }),
      integer({ min: 1, max: 100 }),
      (values, percent) => {
        const found = percentile(values, percent)!;
        const share = (fits: (value: number) => boolean) => values.filter(fits).length * 100;
        expect(values).toContain(found);
        expect(share((value) => value <= found)).toBeGreaterThanOrEqual(percent * values.length);
        expect(share((value) => value < found)).toBeLessThan(percent * values.length);
      },
    ),
  );
});
