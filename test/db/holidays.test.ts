import { expect, test } from 'vitest';
import { holidaysOn } from '../../db/holidays.ts';

test.each([
  ['2025-05-05', ['어린이날', '부처님 오신 날']],
  ['2025-03-03', ['대체공휴일(3ㆍ1절)']],
  ['2025-06-03', ['임시공휴일(대통령선거)']],
  ['2025-06-04', []],
  ['2026-11-24', []],
  ['2027-01-01', ['1월 1일']],
])('%s is %j', (day, names) => {
  expect(holidaysOn(day)).toEqual(names);
});

test.each(['1999-01-01', '2041-01-01'])('whether %s is a holiday is not known, not denied', (day) => {
  expect(holidaysOn(day)).toBeNull();
});

test('the years of the real notices are known, and the year to come', () => {
  for (const year of [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027])
    expect(holidaysOn(`${year}-12-25`)).not.toHaveLength(0);
});
