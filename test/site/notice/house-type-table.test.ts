import { describe, expect, test } from 'vitest';
import type { HouseType, Notice } from '../../../db/catalog/schema.ts';
import { emptyType } from '../../../db/ingest/rows/house-type.ts';
import { houseTypeTable } from '../../../site/notice/house-type-table.ts';
import { goyang as apt } from './goyang.ts';

function type(name: string, more: Partial<HouseType>): HouseType {
  return { ...emptyType(apt.id, '01', name), ...more };
}

/** A row as it reads: column, words, remark. */
function readRow(notice: Notice, types: HouseType[], row = 0) {
  const { columns, rows } = houseTypeTable(notice, types);
  return rows[row]!.cells.map(({ words, note }, i) => [columns[i], words, ...(note ? [note] : [])].join(' '));
}

describe('the price for 3.3㎡ names the area that it is by', () => {
  test('the supply area where that is known', () => {
    const types = [type('084.9800A', { supplyArea: '112.5432', price: 54_000, supply: 26, specialSupply: 20 })];
    expect(readRow(apt, types)).toEqual([
      '전용 84.98㎡ 25.7평',
      '공급 112.54㎡ 34.0평',
      '일반 26',
      '특별 20',
      '최고 분양가 5억 4,000만원',
      '3.3㎡당(공급) 1,583만원',
    ]);
    expect(houseTypeTable(apt, types).notes[0]).toContain('공급면적을 기준으로 청약등대가 계산했습니다');
  });

  test('the exclusive area of an 오피스텔', () => {
    const officetel: Notice = { ...apt, kind: 'officetel', detailCode: '02' };
    const types = [type('84OB', { exclusiveArea: '84.8507', price: 47_875, supply: 36 })];
    expect(readRow(officetel, types)).toContain('3.3㎡당(전용) 1,862만원');
  });

  test('and none where a flat is let', () => {
    const types = [type('59A', { exclusiveArea: '59.8', supplyArea: '82.8', price: 19_380 })];
    for (const rent of [
      { ...apt, kind: 'public-rent' as const },
      { ...apt, kind: 'officetel' as const, detailCode: '03' },
      { ...apt, rentCode: '1' },
    ])
      expect(readRow(rent, types).join()).not.toContain('3.3㎡');
  });

  test('a type without it says so, its column stays', () => {
    const types = [type('084.9800A', { supplyArea: '112.5', price: 54_000 }), type('059.0000 ', { price: 40_000 })];
    expect(readRow(apt, types, 1)).toContain('3.3㎡당(공급) -');
  });
});

test('a price that is not known is 미정, and so are households', () => {
  expect(readRow(apt, [type('084.9800A', {})])).toEqual(['전용 84.98㎡ 25.7평', '최고 분양가 미정']);
  const types = [type('084.9800A', { supply: 3 }), type('059.0000 ', {})];
  expect(readRow(apt, types, 1)).toContain('일반 미정');
});

test('special supply within a remainder is said to be within it', () => {
  const remainder: Notice = { ...apt, kind: 'remainder' };
  expect(readRow(remainder, [type('084.9800A', { supply: 7, specialSupply: 2 })])).toContain('세대 7 특별 2 포함');
});

test('a 청약신청금 that is the same for all is said once', () => {
  const officetel: Notice = { ...apt, kind: 'officetel', detailCode: '02' };
  const same = [type('A', { deposit: 100 }), type('B', { deposit: 100 })];
  expect(houseTypeTable(officetel, same).columns).not.toContain('청약신청금');
  expect(houseTypeTable(officetel, same).notes).toContain('청약신청금은 모든 주택형이 100만원입니다.');
  expect(houseTypeTable(officetel, [same[0]!, type('B', { deposit: 300 })]).columns).toContain('청약신청금');
});

test('a price that can hardly be meant warns', () => {
  const [row] = houseTypeTable(apt, [type('055.0000 ', { supplyArea: '82', price: 693_790 })]).rows;
  expect(row!.cells.find(({ warns }) => warns)).toMatchObject({ words: '69억 3,790만원', note: '금액 확인 필요' });
});
