import type { ZodObject, ZodPipe, ZodType } from 'zod';
import { hoursOf } from '../catalog/hours.ts';
import type { Facts } from '../catalog/open.ts';
import { publication, type PublicationHours } from '../catalog/publication.ts';
import { notices } from '../catalog/schema.ts';
import { inArray } from '../drizzle.ts';
import { applyOrders } from '../publications/apply-orders.ts';
import type { Operation, ResultOperation } from './operations.ts';
import { letGo, setAside } from './quarantine.ts';
import { keyOf, noticeOf, readRow, type ReadRow, type SourceRow } from './read-row.ts';
import type { NoticeFacts } from './rows/notice.ts';
import type { Run } from './run.ts';
import { takeHouseTypes } from './take-house-types.ts';
import { takeNotices } from './take-notices.ts';
import { takeResults } from './take-results.ts';
import { emptyTally, type Tally } from './tally.ts';

export type Intake = {
  /** Takes rows of one operation in one transaction: after it all of them are in the catalog or set aside, or none is. */
  take(operation: Operation, rows: SourceRow[]): void;
  /** Leaves out rows of results that may not be known yet. Whoever takes rows in portions portions what this leaves. */
  open(operation: Operation, rows: SourceRow[]): SourceRow[];
  /** Sets aside a piece of a source that is no row at all. Of a piece that may be closed nothing is kept. */
  refuse(operation: Operation, place: string, reason: string, text: string): void;
  readonly tally: Tally;
};

/**
 * The one way into the catalog. A row of results is looked at only when the publication instant of its notice has passed;
 * the others are dropped before anything reads, counts or names them.
 */
export function openIntake(db: Facts, now: Date, hours: PublicationHours = hoursOf(db)): Intake {
  const run: Run = { db, now, hours, tally: emptyTally(), revised: new Map(), seen: new Map() };
  return {
    tally: run.tally,
    take: (operation, rows) => db.transaction(() => take(run, operation, rows), { behavior: 'immediate' }),
    open: (operation, rows) => (holdsResults(operation) ? open(run, operation, rows) : rows),
    refuse: (operation, place, reason, text) => db.transaction(() => refuse(run, operation, { place, reason, text })),
  };
}

function take(run: Run, operation: Operation, rows: SourceRow[]) {
  switch (operation.holds) {
    case 'notice':
      takeNoticesAndOrders(run, good(run, operation, operation.row, rows));
      break;
    case 'house-type':
      takeHouseTypes(run, operation, good(run, operation, operation.row, rows));
      break;
    case 'competition':
      takeResults(run, operation, good(run, operation, operation.row, open(run, operation, rows)));
      break;
    case 'special-supply':
      takeResults(run, operation, good(run, operation, operation.row, open(run, operation, rows)));
      break;
    case 'score':
      takeResults(run, operation, good(run, operation, operation.row, open(run, operation, rows)));
  }
}

/** An order may have waited for a notice, or be about the day to which its receipt has moved. */
function takeNoticesAndOrders(run: Run, rows: ReadRow<NoticeFacts>[]) {
  takeNotices(run, rows);
  applyOrders(
    run.db,
    rows.map(({ facts }) => facts.id),
  );
}

/** The rows whose notice is known and past its instant. Nothing of the others is read but the number of their notice. */
function open(run: Run, { holds }: ResultOperation, rows: SourceRow[]) {
  const ids = [...new Set(rows.map(({ row }) => noticeOf(row)).filter((id) => id !== null))];
  const published = new Set(
    run.db
      .select()
      .from(notices)
      .where(inArray(notices.id, ids))
      .all()
      .filter((notice) => isPast(publication(notice, holds, run.hours), run.now))
      .map(({ id }) => id),
  );
  return rows.filter(({ row }) => published.has(noticeOf(row) ?? ''));
}

function holdsResults(operation: Operation): operation is ResultOperation {
  return operation.holds !== 'notice' && operation.holds !== 'house-type';
}

function isPast(instant: Date | null, now: Date) {
  return instant !== null && instant <= now;
}

/** Rows that read well and are the first of their key in this run; the others are set aside. */
function good<T>(run: Run, operation: Operation, schema: ZodType<T>, rows: SourceRow[]) {
  const taken: ReadRow<T>[] = [];
  const refused: (SourceRow & { reason: string })[] = [];
  for (const source of rows) {
    const read = readRow(schema, source);
    if ('reason' in read) refused.push({ ...source, reason: read.reason });
    else {
      const said = JSON.stringify(read.facts);
      const first = run.seen.get(`${operation.name}/${read.key}`);
      if (!first) {
        run.seen.set(`${operation.name}/${read.key}`, { place: read.place, said });
        taken.push(read);
      } else if (first.said === said) run.tally.rows[operation.holds].same += 1;
      else refused.push({ ...source, reason: `says something else than ${first.place}, which has the same number` });
    }
  }
  letGo(run.db, operation, keysOf(taken));
  for (const { place, row, reason } of refused)
    setAside(run.db, run.now, run.tally, operation, { place, reason, key: keyOf(row), text: textOf(operation, row) });
  return taken;
}

/** What is kept of a row: the fields that its operation knows. A closed row that strayed in leaves nothing of its own. */
function textOf({ row: schema }: Operation, row: unknown) {
  const known = (schema as unknown as ZodPipe<ZodObject>).in.shape;
  return JSON.stringify(row, (key, value: unknown) => (key === '' || key in known ? value : undefined));
}

function keysOf(rows: ReadRow<unknown>[]) {
  return rows.map(({ key }) => key);
}

function refuse(
  run: Run,
  operation: Operation,
  { place, reason, text }: { place: string; reason: string; text: string },
) {
  if (operation.holds === 'notice' || operation.holds === 'house-type')
    return setAside(run.db, run.now, run.tally, operation, { place, reason, text });
  const id = /"HOUSE_MANAGE_NO"\s*:\s*"?(\d{10})/.exec(text)?.[1];
  const row = { HOUSE_MANAGE_NO: id };
  // The line of another row, which is closed, may have run into it: nothing of the text is kept.
  if (open(run, operation, [{ place, row }]).length > 0)
    setAside(run.db, run.now, run.tally, operation, { place: `${place} ${id}`, reason, text: JSON.stringify(row) });
}
