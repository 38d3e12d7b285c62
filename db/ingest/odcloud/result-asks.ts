import { hoursOf } from '../../catalog/hours.ts';
import type { Facts } from '../../catalog/open.ts';
import { publication, type PublicationHours } from '../../catalog/publication.ts';
import { competition, notices, resultAsks, scores, specialSupply, type Notice } from '../../catalog/schema.ts';
import { count, eq, inArray } from '../../drizzle.ts';
import type { ResultOperation } from '../operations.ts';

const tables = { competition, 'special-supply': specialSupply, score: scores };

/** Whether the instant of a notice has passed, as the catalog knows it at this moment. */
export function isPublic(db: Facts, operation: ResultOperation, noticeId: string, now: Date) {
  const notice = db.select().from(notices).where(eq(notices.id, noticeId)).get();
  return notice !== undefined && hasPassed(notice, operation, now, hoursOf(db));
}

/** @param rows that the API had of this notice. */
export function recordAsk(db: Facts, operation: ResultOperation, noticeId: string, rows: number, now: Date) {
  const ask = { askedAt: now.toISOString(), rows };
  db.insert(resultAsks)
    .values({ noticeId, operation: operation.name, ...ask })
    .onConflictDoUpdate({ target: [resultAsks.noticeId, resultAsks.operation], set: ask })
    .run();
}

/** After the whole table was read: every notice whose instant has passed counts as asked about, and no other. */
export function recordSweep(db: Facts, operation: ResultOperation, now: Date) {
  const cells = cellsOfNotices(db, operation);
  const hours = hoursOf(db);
  const ofKind = db.select().from(notices).where(inArray(notices.kind, operation.kinds)).all();
  db.transaction(
    () => {
      for (const notice of ofKind.filter((candidate) => hasPassed(candidate, operation, now, hours)))
        recordAsk(db, operation, notice.id, cells.get(notice.id) ?? 0, now);
    },
    { behavior: 'immediate' },
  );
}

function hasPassed(notice: Notice, { holds }: ResultOperation, now: Date, hours: PublicationHours) {
  const instant = publication(notice, holds, hours);
  return instant !== null && instant <= now;
}

function cellsOfNotices(db: Facts, { holds }: ResultOperation) {
  const { noticeId } = tables[holds];
  const counted = db.select({ noticeId, cells: count() }).from(tables[holds]).groupBy(noticeId).all();
  return new Map(counted.map((row) => [row.noticeId, row.cells]));
}
