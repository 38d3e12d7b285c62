import { asc, between, isNotNull, or, sql } from '../drizzle.ts';
import { noticeLine, type NoticeLine } from './notice-line.ts';
import type { Facts } from './open.ts';
import { notices } from './schema.ts';

/** A notice as a list has it, and the days of its contracts. */
export type CalendarLine = NoticeLine & { contractBeginsOn: string | null; contractEndsOn: string | null };

/** The days of a notice that a calendar tells. Publication instants fall on one of them, unless an order has taken them away. */
const days = [
  notices.receiptBeginsOn,
  notices.receiptEndsOn,
  notices.specialBeginsOn,
  notices.specialEndsOn,
  notices.rank1LocalBeginsOn,
  notices.rank1LocalEndsOn,
  notices.rank1GyeonggiBeginsOn,
  notices.rank1GyeonggiEndsOn,
  notices.rank1OtherBeginsOn,
  notices.rank1OtherEndsOn,
  notices.rank2LocalBeginsOn,
  notices.rank2LocalEndsOn,
  notices.rank2GyeonggiBeginsOn,
  notices.rank2GyeonggiEndsOn,
  notices.rank2OtherBeginsOn,
  notices.rank2OtherEndsOn,
  notices.generalBeginsOn,
  notices.generalEndsOn,
  notices.winnersOn,
  notices.contractBeginsOn,
];
const { competitionMovedTo, scoreMovedTo, extendedTo } = notices;
const shifted = [competitionMovedTo, scoreMovedTo, extendedTo];

/** Notices that may have a day in a month (`YYYY-MM`): those that have one by their own days, and all that an order has shifted. */
export function noticesPerhapsIn(db: Facts, month: string): CalendarLine[] {
  return db
    .select({
      ...noticeLine,
      contractBeginsOn: notices.contractBeginsOn,
      contractEndsOn: notices.contractEndsOn,
    })
    .from(notices)
    .where(or(...days.map((day) => between(day, `${month}-01`, `${month}-31`)), ...shifted.map((at) => isNotNull(at))))
    .orderBy(asc(notices.id))
    .all();
}

/** The months (`YYYY-MM`) in which a notice has a day, by its own days or where an order has taken one, in their order. */
export function monthsWithDays(db: Facts): string[] {
  const inKorea = shifted.map((at) => sql`date(${at}, '+9 hours', '-0.001 seconds')`);
  const all = [...days, ...inKorea].map((day) => sql`select ${day} as day from ${notices}`);
  const rows = db.all<{ month: string }>(
    sql`select distinct substr(day, 1, 7) as month from (${sql.join(all, sql` union `)}) where day is not null order by month`,
  );
  return rows.map(({ month }) => month);
}
