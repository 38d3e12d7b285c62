import { hoursOf } from '../../db/catalog/hours.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { competitionOf, scoresOf, specialSupplyOf } from '../../db/catalog/results.ts';
import type { HouseType, Notice } from '../../db/catalog/schema.ts';
import { applicantsTable } from './applicants-table.ts';
import { competitionTable, marksIn } from './competition-table.ts';
import { firstRankRows, type FirstRankRow } from './first-rank.ts';
import type { GroupedTable } from './grouped-table.ts';
import { scoreTable } from './score-table.ts';
import { hasSpecialSupply, standingOf, withoutRows, type Standing } from './standing.ts';

/** One kind of results of a notice. `table` is null until there is something to print. */
export type ResultSection = {
  title: string;
  standing: Standing;
  table: GroupedTable | null;
  /** A first look at the table, computed by us. */
  glance: FirstRankRow[];
  notes: string[];
};

/** The kinds of results that a notice has or will have. Rows are asked for only once they may be known. */
export function sectionsOf(db: Facts, notice: Notice, types: HouseType[], asOf: Date): ResultSection[] {
  return [
    competitionSection(db, notice, asOf),
    ...(notice.kind === 'apt' && hasSpecialSupply(notice, types) ? [applicantsSection(db, notice, asOf)] : []),
    ...(notice.kind === 'apt' ? [scoreSection(db, notice, asOf)] : []),
  ];
}

function competitionSection(db: Facts, notice: Notice, asOf: Date): ResultSection {
  const standing = standingOf(notice, 'competition', hoursOf(db), asOf);
  const cells = standing.state === 'public' ? competitionOf(db, notice.id) : [];
  const marks = marksIn(cells);
  return {
    title: '경쟁률',
    standing: cells.length > 0 ? standing : withoutRows(db, standing, asOf),
    table: cells.length > 0 ? competitionTable(notice.kind, cells) : null,
    glance: notice.kind === 'apt' ? firstRankRows(cells) : [],
    notes: [
      ...(marks.leftOver ? ['‘(△12)’는 신청이 모집보다 적어 12세대가 남았다는 뜻입니다.'] : []),
      ...(marks.blank ? ['‘-’는 앞 순서에서 모집이 끝났거나 공식 자료에 경쟁률이 없는 칸입니다.'] : []),
      ...(notice.kind === 'apt' && cells.length > 0
        ? ['특별공급에서 남은 세대가 더해져 공급 세대가 공고와 다를 수 있습니다.']
        : []),
    ],
  };
}

function applicantsSection(db: Facts, notice: Notice, asOf: Date): ResultSection {
  const standing = standingOf(notice, 'special-supply', hoursOf(db), asOf);
  const rows = standing.state === 'public' ? specialSupplyOf(db, notice.id) : [];
  return {
    title: '특별공급 신청현황',
    standing: rows.length > 0 ? standing : withoutRows(db, standing, asOf),
    table: rows.length > 0 ? applicantsTable(rows) : null,
    glance: [],
    notes: rows.length > 0 ? ['유형마다 신청한 건수입니다. ‘-’는 공식 자료에 없는 칸입니다.'] : [],
  };
}

function scoreSection(db: Facts, notice: Notice, asOf: Date): ResultSection {
  const standing = standingOf(notice, 'score', hoursOf(db), asOf);
  const rows = standing.state === 'public' ? scoresOf(db, notice.id) : [];
  return {
    title: '당첨 가점',
    standing: rows.length > 0 ? standing : withoutRows(db, standing, asOf),
    table: rows.length > 0 ? scoreTable(rows) : null,
    glance: [],
    notes:
      rows.length > 0 ? ['가점제 당첨자의 점수입니다. ‘-’는 가점제 당첨자가 없거나 공식 자료에 없는 칸입니다.'] : [],
  };
}
