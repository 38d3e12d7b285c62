import { expect, test } from 'vitest';
import { daysOffWords } from '../../../site/notice/days-off.ts';

test.each([
  ['2026-11-23', '2026-11-25', []],
  ['2026-11-19', '2026-11-30', ['주말에는 접수하지 않습니다']],
  ['2026-06-02', '2026-06-04', ['6월 3일(수) 전국동시지방선거에는 접수하지 않습니다']],
  ['2026-10-02', '2026-10-06', ['주말, 10월 5일(월) 대체공휴일에는 접수하지 않습니다']],
  ['2025-12-31', '2026-01-02', ['1월 1일(목) 신정에는 접수하지 않습니다']],
  // On the days that it names itself a receipt takes applications, whatever they are.
  ['2026-05-05', '2026-05-05', []],
  ['2041-03-04', '2041-03-06', ['2041년 공휴일은 아직 확인하지 못했습니다']],
])('from %s to %s', (from, to, words) => {
  expect(daysOffWords(from, to, from === '2025-12-31' ? '2026' : from.slice(0, 4))).toEqual(words);
});
