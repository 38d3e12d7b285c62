import { hoursOf } from '../../db/catalog/hours.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { competitionOf, scoresOf, specialSupplyOf } from '../../db/catalog/results.ts';
import type { HouseType, Notice } from '../../db/catalog/schema.ts';
import { applicantsTable } from './applicants-table.ts';
import { competitionTable } from './competition-table.ts';
import { firstRankRows, type FirstRankRow } from './first-rank.ts';
import type { GroupedTable } from './grouped-table.ts';
import type { Picture } from './picture.ts';
import { applicationsPicture } from './pictures/applications.ts';
import { firstRankPicture } from './pictures/first-rank.ts';
import { scorePicture } from './pictures/scores.ts';
import { specialSupplyPicture } from './pictures/special-supply.ts';
import { readingNotes } from './reading.ts';
import { scoreTable } from './score-table.ts';
import { hasSpecialSupply, standingOf, withoutRows, type Standing } from './standing.ts';

/** One kind of results of a notice. `table` is null until there is something to print. */
export type ResultSection = {
  title: string;
  standing: Standing;
  table: GroupedTable | null;
  /** A first look at the table, computed by us. */
  glance: FirstRankRow[];
  /** Drawn from the rows that the table prints. */
  pictures: Picture[];
  notes: string[];
  /** Where it is explained at length. */
  guide: { href: string; words: string };
};

/** The kinds of results that a notice has or will have. Rows are asked for only once they may be known. */
export function sectionsOf(db: Facts, notice: Notice, types: HouseType[], asOf: Date): ResultSection[] {
  return [
    competitionSection(db, notice, types, asOf),
    ...(notice.kind === 'apt' && hasSpecialSupply(notice, types) ? [applicantsSection(db, notice, asOf)] : []),
    ...(notice.kind === 'apt' ? [scoreSection(db, notice, asOf)] : []),
  ];
}

function competitionSection(db: Facts, notice: Notice, types: HouseType[], asOf: Date): ResultSection {
  const standing = standingOf(notice, 'competition', hoursOf(db), asOf);
  const cells = standing.state === 'public' ? competitionOf(db, notice.id) : [];
  return {
    title: '경쟁률',
    standing: cells.length > 0 ? standing : withoutRows(db, standing, asOf),
    table: cells.length > 0 ? competitionTable(notice.kind, cells) : null,
    glance: notice.kind === 'apt' ? firstRankRows(cells) : [],
    pictures: [firstRankPicture(notice.kind === 'apt' ? cells : []), applicationsPicture(notice.kind, cells)].filter(
      (picture) => picture !== null,
    ),
    notes: cells.length > 0 ? readingNotes(notice.kind, cells, types) : [],
    guide: { href: '/guides/competition/', words: '경쟁률 읽기' },
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
    pictures: [specialSupplyPicture(rows)].filter((picture) => picture !== null),
    notes: rows.length > 0 ? ['유형마다 신청한 건수입니다. ‘-’는 공식 자료에 없는 칸입니다.'] : [],
    guide: { href: '/guides/special-supply/', words: '특별공급 알아보기' },
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
    pictures: [scorePicture(rows)].filter((picture) => picture !== null),
    notes:
      rows.length > 0 ? ['가점제 당첨자의 점수입니다. ‘-’는 가점제 당첨자가 없거나 공식 자료에 없는 칸입니다.'] : [],
    guide: { href: '/guides/score/', words: '가점제 알아보기' },
  };
}
