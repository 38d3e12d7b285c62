import { sql } from '../drizzle.ts';
import { notices } from './schema.ts';

/*
 * The rules of `receiptTracks`, `lastOfficialDay` and `lastReceiptDay` for use in a query. A track without any day does not count; one that
 * begins and has no end leaves the last day open.
 */

const tracks = [
  [notices.receiptBeginsOn, notices.receiptEndsOn],
  [notices.specialBeginsOn, notices.specialEndsOn],
  [notices.rank1LocalBeginsOn, notices.rank1LocalEndsOn],
  [notices.rank1GyeonggiBeginsOn, notices.rank1GyeonggiEndsOn],
  [notices.rank1OtherBeginsOn, notices.rank1OtherEndsOn],
  [notices.rank2LocalBeginsOn, notices.rank2LocalEndsOn],
  [notices.rank2GyeonggiBeginsOn, notices.rank2GyeonggiEndsOn],
  [notices.rank2OtherBeginsOn, notices.rank2OtherEndsOn],
  [notices.generalBeginsOn, notices.generalEndsOn],
] as const;

const list = (parts: ReturnType<typeof sql>[]) => sql.join(parts, sql`, `);

/** First day on which anybody can apply, or null. */
export const firstDay = sql<string | null>`nullif(min(${list(
  tracks.map(([from, to]) => sql`coalesce(${from}, ${to}, '9')`),
)}), '9')`;

/** Last day on which anybody can apply by the official days, or null. */
export const lastOfficialDay = sql<string | null>`case when ${sql.join(
  tracks.map(([from, to]) => sql`(${from} is not null and ${to} is null)`),
  sql` or `,
)} then null else nullif(max(${list(tracks.map(([, to]) => sql`coalesce(${to}, '')`))}), '') end`;

/** The same, or the day to which the receipt was extended; what is taken until midnight is taken on the day that ends. */
export const lastDay = sql<
  string | null
>`max(${lastOfficialDay}, coalesce(date(${notices.extendedTo}, '+9 hours', '-0.001 seconds'), ''))`;
