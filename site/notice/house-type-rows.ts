import type { HouseType, Notice } from '../../db/catalog/schema.ts';
import { exclusiveAreaOf, pyeong, squareMetres, typeName } from '../words/areas.ts';
import { grouped, won } from '../words/numbers.ts';
import { isDoubtful, isRent, pricePerPyeong } from './prices.ts';

/** A house type, ready to print. */
export type HouseTypeRow = {
  name: string;
  areas: string[];
  households: string | null;
  /** How the households divide, where that is known. */
  shares: string[];
  price: string | null;
  /** Price for 3.3㎡, deposit. */
  priceNotes: string[];
  doubtful: boolean;
};

export function houseTypeRows(notice: Notice, types: HouseType[]): HouseTypeRow[] {
  return types.map((type) => {
    const perPyeong = pricePerPyeong(notice, type);
    const total = householdsOf(notice, type);
    return {
      name: nameOf(type),
      areas: areasOf(type),
      households: total === null ? null : grouped(total),
      shares: sharesOf(notice, type),
      price: type.price ? won(type.price) : null,
      priceNotes: [...(perPyeong ? [perPyeong] : []), ...(type.deposit ? [`청약신청금 ${won(type.deposit)}`] : [])],
      doubtful: isDoubtful(notice, type),
    };
  });
}

/** What a reader of the table should know. */
export function houseTypeNotes(notice: Notice, types: HouseType[]) {
  const computed = types.some((type) => pricePerPyeong(notice, type));
  const doubtful = types.some((type) => isDoubtful(notice, type));
  return [
    ...(computed ? ['3.3㎡당 금액은 최고 분양가를 공급면적으로 나누어 청약등대가 계산했습니다.'] : []),
    ...(doubtful
      ? ['‘금액 확인 필요’는 면적에 비해 금액이 지나치게 크거나 작은 주택형입니다. 공식 공고에서 확인하세요.']
      : []),
    ...(isRent(notice) ? ['임대주택의 금액은 보증금일 수 있습니다. 월 임대료는 공식 공고에서 확인하세요.'] : []),
  ];
}

/** The type's name, with its 군 where it belongs to one: `1군 84A`. */
export function nameOf({ type, group }: Pick<HouseType, 'type' | 'group'>) {
  return group && group !== '-' ? `${group}군 ${typeName(type)}`.replace('군군', '군') : typeName(type);
}

/** All households of a type. SUPLY_HSHLDCO is 일반공급 alone with apartments, everything elsewhere. */
function householdsOf({ kind }: Notice, { supply, specialSupply }: HouseType) {
  return kind === 'apt' && supply !== null ? supply + (specialSupply ?? 0) : supply;
}

function sharesOf({ kind }: Notice, { generalSupply, supply, specialSupply }: HouseType) {
  if (supply === null) return [];
  if (kind === 'apt') return [`일반 ${grouped(supply)}`, `특별 ${grouped(specialSupply ?? 0)}`];
  if (kind === 'public-rent' && generalSupply !== null)
    return [`일반 ${grouped(generalSupply)}`, `특별 ${grouped(supply - generalSupply)}`];
  return specialSupply ? [`특별 ${grouped(specialSupply)} 포함`] : [];
}

function areasOf({ type, exclusiveArea, supplyArea, contractArea }: HouseType) {
  const exclusive = exclusiveArea ?? exclusiveAreaOf(type);
  return [
    ...(exclusive ? [areaWords('전용', exclusive)] : []),
    ...(supplyArea ? [areaWords('공급', supplyArea)] : []),
    ...(contractArea ? [areaWords('계약', contractArea)] : []),
  ];
}

function areaWords(name: string, area: string | number) {
  return `${name} ${squareMetres(area)} (${pyeong(area)})`;
}
