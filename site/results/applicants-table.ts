import type { SpecialSupply } from '../../db/catalog/schema.ts';
import { typeName } from '../words/areas.ts';
import { grouped, households } from '../words/numbers.ts';
import { categoryNames } from './category-names.ts';
import { figure, figureColumn, head, headColumn, type Cell, type GroupedTable } from './grouped-table.ts';

/** 특별공급 신청현황: how many applied for what, by where they live. No rate is printed officially, none is computed. */
export function applicantsTable(rows: SpecialSupply[]): GroupedTable {
  const types = [...Map.groupBy(rows, ({ type }) => type).values()];
  return {
    columns: [
      headColumn('유형'),
      figureColumn('세대'),
      figureColumn('해당지역'),
      figureColumn('기타경기'),
      figureColumn('기타지역'),
    ],
    groups: types.map((ofType) => {
      const sum = ofType.find(({ category }) => category === 'all');
      return {
        name: typeName(ofType[0]!.type),
        note: [sum?.supply == null ? '' : `특별공급 ${households(sum.supply)}`, sum?.outcome ?? '']
          .filter(Boolean)
          .join(' · '),
        rows: ofType.flatMap((row) => (row.category === 'all' ? [] : [cells(row, categoryNames[row.category])])),
      };
    }),
  };
}

function cells(row: SpecialSupply, name: string): Cell[] {
  return [
    head(name),
    figure(countWords(row.supply)),
    ...(row.category === 'agency' || row.category === 'relocated-agency'
      ? [figure(decidedWords(row), 3)]
      : [figure(countWords(row.local)), figure(countWords(row.province)), figure(countWords(row.other))]),
  ];
}

function decidedWords({ decided, reserve }: SpecialSupply) {
  return [decided === null ? '' : `결정 ${grouped(decided)}`, reserve === null ? '' : `예비 ${grouped(reserve)}`]
    .filter(Boolean)
    .join(' · ');
}

function countWords(count: number | null) {
  return count === null ? '-' : grouped(count);
}
