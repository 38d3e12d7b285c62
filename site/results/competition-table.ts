import type { Kind } from '../../db/kinds.ts';
import type { Competition } from '../../db/catalog/schema.ts';
import { typeName } from '../words/areas.ts';
import { grouped, households } from '../words/numbers.ts';
import { figure, figureColumn, head, headColumn, type Cell, type GroupedTable } from './grouped-table.ts';
import { segmentWords } from './segment-words.ts';

/** 경쟁률 as the official data prints it: no rate is computed here, a later one is not applicants ÷ supply (DOMAIN §2). */
export function competitionTable(kind: Kind, cells: Competition[]): GroupedTable {
  const types = [...Map.groupBy(cells, ({ modelNo, type }) => `${modelNo}/${type}`).values()];
  const ranked = kind === 'apt';
  const shared = cells.some(({ segmentSupply }) => segmentSupply !== null);
  return {
    columns: [
      ...(ranked ? [headColumn('순위'), headColumn('지역')] : [headColumn('구분')]),
      ...(shared ? [figureColumn('세대')] : []),
      figureColumn('접수'),
      figureColumn('경쟁률'),
    ],
    groups: types.map((rows) => ({
      name: typeName(rows[0]!.type),
      note: rows[0]!.supply === null ? '' : `공급 ${households(rows[0]!.supply)}`,
      rows: rows.map((row, i) => [
        ...(ranked ? rankCells(rows, i) : [head(segmentWords(row))]),
        ...(shared ? [figure(countWords(row.segmentSupply))] : []),
        figure(countWords(row.applicants)),
        figure(row.rate ?? '-'),
      ]),
    })),
  };
}

/** The rank spans the rows of its regions. */
function rankCells(rows: Competition[], i: number): Cell[] {
  const { rank } = rows[i]!;
  const first = rows[i - 1]?.rank !== rank;
  const down = rows.filter((row) => row.rank === rank).length;
  return [...(first ? [head(`${rank}순위`, down)] : []), head(segmentWords(rows[i]!))];
}

function countWords(count: number | null) {
  return count === null ? '-' : grouped(count);
}
