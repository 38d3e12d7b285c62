import { assert, date as anyDate, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay } from '../../../../site/scripts/score/read-day.ts';
import { wholeMonths, wholeYears, yearsAfter } from '../../../../site/scripts/score/periods.ts';

describe('a day is read as people type it', () => {
  test.each([
    ['1990-03-15', '1990-03-15'],
    ['1990.3.15', '1990-03-15'],
    ['1990. 3. 15.', '1990-03-15'],
    ['1990년 3월 15일', '1990-03-15'],
    ['1990/3/5', '1990-03-05'],
    [' 19900315 ', '1990-03-15'],
    ['2024-02-29', '2024-02-29'],
  ])('%s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test.each(['', '1990', '900315', '1990-13-01', '2023-02-29', '1990-3', '내일', '1990-03-15-01'])(
    '%s is none',
    (text) => {
      expect(readDay(text)).toBeNull();
    },
  );
});

describe('months are whole', () => {
  test.each([
    ['2020-01-15', '2020-02-14', 0],
    ['2020-01-15', '2020-02-15', 1],
    ['2020-01-31', '2020-02-29', 0],
    ['2020-01-31', '2020-03-01', 1],
    ['2020-02-29', '2021-02-28', 11],
    ['2020-02-29', '2021-03-01', 12],
    ['2020-02-29', '2024-02-29', 48],
    ['2020-12-31', '2021-01-01', 0],
    ['2020-05-01', '2020-04-30', -1],
    ['2020-05-01', '2020-05-01', 0],
  ])('%s to %s: %i', (from, to, months) => {
    expect(wholeMonths(from, to)).toBe(months);
  });
});

test('who was born on 29 February is a year older on 1 March, or on the day itself', () => {
  expect(wholeYears('1996-02-29', '2026-02-28')).toBe(29);
  expect(wholeYears('1996-02-29', '2026-03-01')).toBe(30);
  expect(yearsAfter('1996-02-29', 30)).toBe('2026-03-01');
  expect(yearsAfter('1996-02-29', 28)).toBe('2024-02-29');
});

const day = anyDate({ min: new Date('1930-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }).map((date) =>
  date.toISOString().slice(0, 10),
);

test('the day that a number of years is reached is the first on which so many are counted', () => {
  assert(
    property(day, integer({ min: 1, max: 60 }), (from, years) => {
      const reached = yearsAfter(from, years);
      const before = new Date(Date.parse(reached) - 86_400_000).toISOString().slice(0, 10);
      expect([wholeYears(from, before), wholeYears(from, reached)]).toEqual([years - 1, years]);
    }),
  );
});
