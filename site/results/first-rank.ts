import type { Competition } from '../../db/catalog/schema.ts';
import { typeName } from '../words/areas.ts';
import { grouped } from '../words/numbers.ts';
import { ratioWords } from './ratio.ts';

/** A house type at a glance: all applicants of rank 1 for one household. Computed by us. */
export type FirstRankRow = { name: string; supply: string; applicants: string; rate: string };

/** Σ 1순위 접수 ÷ 공급 of each type of an apartment notice; `-` where nothing was supplied. */
export function firstRankRows(cells: Competition[]): FirstRankRow[] {
  return firstRanks(cells).map(({ name, supply, applicants }) => ({
    name,
    supply: grouped(supply),
    applicants: grouped(applicants),
    rate: ratioWords(applicants, supply),
  }));
}

/** Supply and all applicants of rank 1 of each type. */
export function firstRanks(cells: Competition[]) {
  const types = Map.groupBy(
    cells.filter(({ rank }) => rank === 1),
    ({ modelNo, type }) => `${modelNo}/${type}`,
  );
  return [...types.values()].map((rows) => ({
    name: typeName(rows[0]!.type),
    supply: rows[0]!.supply ?? 0,
    applicants: rows.reduce((sum, row) => sum + (row.applicants ?? 0), 0),
  }));
}
