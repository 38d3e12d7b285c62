import { expect, test } from 'vitest';
import { delayWords } from '../../../site/status/delay-words.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

test.each([
  [0, '0.000초'],
  [45, '0.045초'],
  [1_200, '1.200초'],
  [9_999, '9.999초'],
  [10_000, '10.0초'],
  [14_560, '14.5초'],
  [minute - 1, '59.9초'],
  [minute, '1분'],
  [3 * minute + 20_999, '3분 20초'],
  [hour - 1, '59분 59초'],
  [hour, '1시간'],
  [2 * hour + 5 * minute, '2시간 5분'],
  [day - 1, '23시간 59분'],
  [day + 4 * hour, '1일 4시간'],
  [-1_500, '−1.500초'],
  [-hour, '−1시간'],
])('%i milliseconds are %s', (milliseconds, words) => {
  expect(delayWords(milliseconds)).toBe(words);
});
