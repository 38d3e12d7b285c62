import type { HouseType, Notice } from '../../db/catalog/schema.ts';
import { exclusiveAreaOf, typeName } from '../words/areas.ts';

/** The type's name, with its 군 where it belongs to one: `1군 84A`. */
export function nameOf({ type, group }: Pick<HouseType, 'type' | 'group'>) {
  return group && group !== '-' ? `${group}군 ${typeName(type)}`.replace('군군', '군') : typeName(type);
}

/** The exclusive area of a type in ㎡, as it is told or as its name tells it; null where neither does. */
export function exclusiveOf({ type, exclusiveArea }: HouseType) {
  return exclusiveArea ? Number(exclusiveArea) : exclusiveAreaOf(type);
}

/**
 * Households of a type by 일반 and 특별; null where the official data does not divide them. SUPLY_HSHLDCO is 일반공급 alone with
 * apartments, everything elsewhere.
 */
export function splitOf({ kind }: Notice, { generalSupply, supply, specialSupply }: HouseType) {
  if (supply === null) return null;
  if (kind === 'apt') return { general: supply, special: specialSupply ?? 0 };
  return kind === 'public-rent' && generalSupply !== null
    ? { general: generalSupply, special: supply - generalSupply }
    : null;
}
