import type { Score } from '../../db/catalog/schema.ts';
import { typeName } from '../words/areas.ts';
import { figure, figureColumn, head, headColumn, type GroupedTable } from './grouped-table.ts';

const resides: Record<string, string> = { '01': '해당지역', '02': '기타지역', '03': '기타경기' };

/** 가점 of the winners as printed. */
export function scoreTable(scores: Score[]): GroupedTable {
  const types = [...Map.groupBy(scores, ({ modelNo, type }) => `${modelNo}/${type}`).values()];
  return {
    columns: [headColumn('지역'), figureColumn('최저'), figureColumn('최고'), figureColumn('평균')],
    groups: types.map((rows) => ({
      name: typeName(rows[0]!.type),
      note: '',
      rows: rows.map(({ lowest, highest, average, ...cell }) => [
        head(scoreSegment(cell)),
        figure(lowest ?? '-'),
        figure(highest ?? '-'),
        figure(average ?? '-'),
      ]),
    })),
  };
}

/** Where the winners of a cell of 가점 live. */
export function scoreSegment({ segment, segmentName }: Pick<Score, 'segment' | 'segmentName'>) {
  return segmentName ?? resides[segment] ?? segment;
}
