import { and, asc, desc, eq, sql } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { prepared } from './prepared.ts';
import { corrections, houseTypes, notices } from './schema.ts';

const id = sql.placeholder('id');

const notice = prepared((db) => db.select().from(notices).where(eq(notices.id, id)).prepare());
const types = prepared((db) =>
  db.select().from(houseTypes).where(eq(houseTypes.noticeId, id)).orderBy(asc(houseTypes.modelNo)).prepare(),
);
const changes = prepared((db) =>
  db
    .select({ correction: corrections, type: houseTypes.type })
    .from(corrections)
    .leftJoin(
      houseTypes,
      and(eq(houseTypes.noticeId, corrections.noticeId), eq(houseTypes.modelNo, corrections.modelNo)),
    )
    .where(eq(corrections.noticeId, id))
    .orderBy(desc(corrections.id))
    .prepare(),
);

/** Every notice's number, in order. */
export function noticeIds(db: Facts) {
  const rows = db.select({ id: notices.id }).from(notices).orderBy(asc(notices.id)).all();
  return rows.map((row) => row.id);
}

/** The notice of a number. @throws when there is none: pages are made of numbers that the catalog gave. */
export function noticeWithId(db: Facts, noticeId: string) {
  const row = notice(db).get({ id: noticeId });
  if (!row) throw new Error(`The catalog has no notice ${noticeId}.`);
  return row;
}

/** House types of a notice, in the order of their model numbers. */
export function houseTypesOf(db: Facts, noticeId: string) {
  return types(db).all({ id: noticeId });
}

/** Corrections of a notice, the newest first, each with the house type that it speaks of. */
export function correctionsOf(db: Facts, noticeId: string) {
  return changes(db).all({ id: noticeId });
}
