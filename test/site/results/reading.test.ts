import { expect, test } from 'vitest';
import type { HouseType } from '../../../db/catalog/schema.ts';
import { readingNotes } from '../../../site/results/reading.ts';
import { cell } from './cells.ts';

const announced = (modelNo: string, supply: number | null) => ({ modelNo, supply }) as HouseType;

test('what is left over is told with the first cell that has it', () => {
  const cells = [cell(), cell({ rank: 2, rate: '(△1,012)' }), cell({ modelNo: '02', rate: '(△3)' })];
  expect(readingNotes('apt', cells, [])[0]).toBe(
    '‘(△1,012)’는 신청이 모집보다 적어 1,012세대가 남았다는 뜻입니다. 여기서는 84.98A형 2순위 해당지역에 있습니다.',
  );
});

test('a cell without a rate is told with how many applied all the same', () => {
  const cells = [cell(), cell({ segment: '02', segmentName: '기타지역', applicants: 1_300, rate: '-' })];
  expect(readingNotes('apt', cells, [])[0]).toMatch(/‘-’는 .* 84\.98A형 1순위 기타지역\(접수 1,300건\)부터입니다\./);
  expect(readingNotes('officetel', [cell({ rank: 0, rate: null, applicants: 0 })], [])[0]).toContain(
    '여기서는 84.98A형 해당지역부터입니다.',
  );
});

test('a rate that follows another of its type is said not to be applicants by supply', () => {
  const later = cell({ segment: '02', segmentName: '기타지역', rate: '89.00' });
  expect(readingNotes('apt', [cell({ rate: '(△1)' }), later], []).join()).toContain(
    '84.98A형 1순위 기타지역의 89.00처럼',
  );
  expect(readingNotes('apt', [cell({ rate: '2.00' }), cell({ modelNo: '02' })], []).join()).not.toContain('처럼');
});

test('a supply that has grown is told with both numbers', () => {
  expect(readingNotes('apt', [cell({ supply: 30 })], [announced('01', 26)]).join()).toContain(
    '84.98A형은 공고에 26세대, 결과에 30세대입니다.',
  );
  for (const same of [announced('01', 25), announced('01', null), announced('02', 3)])
    expect(readingNotes('apt', [cell()], [same]).join()).not.toContain('공고에');
});

test('where every cell speaks for itself, nothing is explained', () => {
  expect(readingNotes('remainder', [cell({ rank: 0, rate: '176.29' })], [])).toEqual([]);
});
