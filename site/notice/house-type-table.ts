import type { HouseType, Notice } from '../../db/catalog/schema.ts';
import { pyeong, squareMetres } from '../words/areas.ts';
import { grouped, won } from '../words/numbers.ts';
import { exclusiveOf, nameOf, splitOf } from './house-types.ts';
import { isDoubtful, isRent, pricedBy, priceLabel, pricePerPyeong } from './prices.ts';

/** House types down; areas, households and amounts across. Only what some type tells has a column. */
export type HouseTypeTable = {
  columns: string[];
  rows: { name: string; cells: HouseTypeCell[] }[];
  /** What a reader of the table should know. */
  notes: string[];
};

/** `strong` is what readers compare, `warns` what they should not rely on. */
type HouseTypeCell = { words: string; note?: string; strong?: boolean; warns?: boolean };

export function houseTypeTable(notice: Notice, types: HouseType[]): HouseTypeTable {
  const columns = columnsOf(notice, types).filter(
    ({ cell, strong }) => strong || types.some((type) => cell(type) !== null),
  );
  return {
    columns: columns.map(({ name }) => name),
    rows: types.map((type) => ({
      name: nameOf(type),
      cells: columns.map(({ cell, missing, strong }) => ({
        ...(cell(type) ?? { words: missing }),
        ...(strong && { strong }),
      })),
    })),
    notes: notesOf(notice, types),
  };
}

type Column = { name: string; missing: string; strong?: true; cell: (type: HouseType) => HouseTypeCell | null };

function columnsOf(notice: Notice, types: HouseType[]): Column[] {
  const area = pricedBy(notice, types);
  const split = types.some((type) => splitOf(notice, type));
  return [
    { name: '전용', missing: '-', cell: (type) => areaCell(exclusiveOf(type)) },
    { name: '공급', missing: '-', cell: ({ supplyArea }) => areaCell(supplyArea) },
    { name: '계약', missing: '-', cell: ({ contractArea }) => areaCell(contractArea) },
    ...(split ? splitColumns(notice) : [{ name: '세대', missing: '미정', cell: householdsCell }]),
    { name: priceLabel(notice), missing: '미정', strong: true, cell: (type) => priceCell(notice, type) },
    {
      name: `3.3㎡당(${area})`,
      missing: '-',
      cell: (type) => amountCell(area && pricePerPyeong(type, area)),
    },
    { name: '청약신청금', missing: '-', cell: ({ deposit }) => (oneDeposit(types) ? null : amountCell(deposit)) },
  ];
}

function splitColumns(notice: Notice): Column[] {
  const count = (side: 'general' | 'special') => (type: HouseType) => {
    const split = splitOf(notice, type);
    return split && { words: grouped(split[side]) };
  };
  return [
    { name: '일반', missing: '미정', cell: count('general') },
    { name: '특별', missing: '미정', cell: count('special') },
  ];
}

function householdsCell({ supply, specialSupply }: HouseType): HouseTypeCell | null {
  if (supply === null) return null;
  return { words: grouped(supply), ...(specialSupply && { note: `특별 ${grouped(specialSupply)} 포함` }) };
}

function areaCell(area: string | number | null): HouseTypeCell | null {
  return area ? { words: squareMetres(area), note: pyeong(area) } : null;
}

function amountCell(amount: number | null) {
  return amount ? { words: won(amount) } : null;
}

function priceCell(notice: Notice, type: HouseType): HouseTypeCell | null {
  if (!type.price) return null;
  const doubtful = isDoubtful(notice, type);
  return { words: won(type.price), ...(doubtful && { note: '금액 확인 필요', warns: true }) };
}

/** The 청약신청금 of all types, where there is but one. */
function oneDeposit(types: HouseType[]) {
  const deposits = new Set(types.map(({ deposit }) => deposit));
  return types.length > 1 && deposits.size === 1 ? types[0]!.deposit : null;
}

function notesOf(notice: Notice, types: HouseType[]) {
  const area = pricedBy(notice, types);
  const deposit = oneDeposit(types);
  return [
    ...(area ? [`3.3㎡당 금액은 ${priceLabel(notice)}에서 ${area}면적을 기준으로 청약등대가 계산했습니다.`] : []),
    ...(types.some((type) => isDoubtful(notice, type))
      ? ['‘금액 확인 필요’는 면적에 비해 금액이 지나치게 크거나 작은 주택형입니다. 공식 공고에서 확인하세요.']
      : []),
    ...(isRent(notice) ? ['임대주택의 금액은 보증금일 수 있습니다. 월 임대료는 공식 공고에서 확인하세요.'] : []),
    ...(deposit ? [`청약신청금은 모든 주택형이 ${won(deposit)}입니다.`] : []),
  ];
}
