import { asc, eq, sql } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { prepared } from './prepared.ts';
import { competition, scores, specialSupply } from './schema.ts';

const id = sql.placeholder('id');

// 해당지역 01, 기타경기 03, 기타지역 02, and 거주자우선 Y before the others: the order in which they are drawn (DOMAIN §2).
const drawn = (segment: typeof competition.segment | typeof scores.segment) =>
  sql`case ${segment} when '03' then '01a' when 'Y' then '' else ${segment} end`;

const cells = prepared((db) =>
  db
    .select()
    .from(competition)
    .where(eq(competition.noticeId, id))
    .orderBy(asc(competition.modelNo), asc(competition.type), asc(competition.rank), drawn(competition.segment))
    .prepare(),
);
const applicants = prepared((db) =>
  db
    .select()
    .from(specialSupply)
    .where(eq(specialSupply.noticeId, id))
    .orderBy(asc(specialSupply.type), sql`rowid`)
    .prepare(),
);
const winners = prepared((db) =>
  db.select().from(scores).where(eq(scores.noticeId, id)).orderBy(asc(scores.modelNo), drawn(scores.segment)).prepare(),
);

/** Competition of a notice, house type by house type, in the order in which the cells are drawn. */
export function competitionOf(db: Facts, noticeId: string) {
  return cells(db).all({ id: noticeId });
}

/** Special supply of a notice, house type by house type; `all` leads the categories. */
export function specialSupplyOf(db: Facts, noticeId: string) {
  return applicants(db).all({ id: noticeId });
}

/** Scores of a notice's winners, house type by house type. */
export function scoresOf(db: Facts, noticeId: string) {
  return winners(db).all({ id: noticeId });
}
