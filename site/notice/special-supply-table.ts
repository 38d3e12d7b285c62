import type { HouseType } from '../../db/catalog/schema.ts';
import { grouped } from '../words/numbers.ts';
import { nameOf } from './house-types.ts';

/** Special supply, house types down and categories across. Only categories that somebody gets have a column. */
export type SpecialSupplyTable = {
  categories: string[];
  rows: { name: string; total: string; cells: { words: string; none: boolean }[] }[];
};

const categories = [
  ['다자녀', 'multiChild'],
  ['신혼부부', 'newlywed'],
  ['생애최초', 'firstTime'],
  ['신생아', 'newborn'],
  ['청년', 'youth'],
  ['고령자', 'aged'],
  ['노부모부양', 'elderlyParents'],
  ['기관추천', 'agency'],
  ['이전기관', 'relocatedAgency'],
  ['기타', 'otherSpecial'],
] as const;

/** @returns null where no category has a household. */
export function specialSupplyTable(types: HouseType[]): SpecialSupplyTable | null {
  const used = categories.filter(([, field]) => types.some((type) => type[field]));
  if (used.length === 0) return null;
  return {
    categories: used.map(([name]) => name),
    rows: types
      .filter((type) => used.some(([, field]) => type[field]))
      .map((type) => ({
        name: nameOf(type),
        total: grouped(type.specialSupply ?? used.reduce((sum, [, field]) => sum + (type[field] ?? 0), 0)),
        cells: used.map(([, field]) => ({ words: grouped(type[field] ?? 0), none: !type[field] })),
      })),
  };
}
