import type { Competition } from '../../db/catalog/schema.ts';
import { typeName } from '../words/areas.ts';
import { grouped } from '../words/numbers.ts';

/** A house type at a glance: all applicants of rank 1 for one household. Computed by us. */
export type FirstRankRow = { name: string; supply: string; applicants: string; rate: string };

/** Σ 1순위 접수 ÷ 공급 of each type of an apartment notice; `-` where nothing was supplied. */
export function firstRankRows(cells: Competition[]): FirstRankRow[] {
  const types = Map.groupBy(
    cells.filter(({ rank }) => rank === 1),
    ({ modelNo, type }) => `${modelNo}/${type}`,
  );
  return [...types.values()].map((rows) => {
    const supply = rows[0]!.supply ?? 0;
    const applicants = rows.reduce((sum, row) => sum + (row.applicants ?? 0), 0);
    return {
      name: typeName(rows[0]!.type),
      supply: grouped(supply),
      applicants: grouped(applicants),
      rate: supply > 0 ? `${decimals(applicants / supply)} : 1` : '-',
    };
  });
}

function decimals(rate: number) {
  const [whole, part] = rate.toFixed(2).split('.');
  return `${grouped(Number(whole))}.${part}`;
}
