import { expect, test } from 'vitest';
import { drillLines, weightLines } from '../../../site/status/measured.ts';

const drill = { on: '2026-11-22', passed: true, said: '17 passed, 0 failed' };
const weight = { on: '2026-11-22', html: 5_250, view: 21_049, performance: 100 };

test('each drill says what came of it, and when, in an order of ours', () => {
  expect(drillLines({ drills: { caches: { ...drill, passed: false }, leaks: drill }, weights: {} })).toEqual([
    {
      name: '일부러 넣은 유출 알아채기',
      on: { datetime: '2026-11-22', words: '2026년 11월 22일(일)' },
      outcome: '통과',
      said: '17 passed, 0 failed',
    },
    expect.objectContaining({ name: '캐시 뒤에서 제시각에 바뀌기', outcome: '실패' }),
  ]);
});

test('page weights are told in kilobytes, in an order of ours', () => {
  expect(weightLines({ drills: {}, weights: { notice: weight, home: { ...weight, html: 3_600 } } })).toEqual([
    { name: '첫 화면', html: '3.6kB', view: '21.0kB', performance: 100 },
    { name: '공고', html: '5.3kB', view: '21.0kB', performance: 100 },
  ]);
});

test('what nobody has measured is not told', () => {
  expect(drillLines({ drills: {}, weights: {} })).toEqual([]);
  expect(weightLines({ drills: {}, weights: { 'a type of no page': weight } })).toEqual([]);
});
