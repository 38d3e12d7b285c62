import { asc, inArray } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { snapshots, type Snapshot } from './schema.ts';

/** Archived days of open data, the oldest first. */
export function allSnapshots(db: Facts): Snapshot[] {
  return db.select().from(snapshots).orderBy(asc(snapshots.day)).all();
}

/** Records an archived day. */
export function recordSnapshot(db: Facts, snapshot: Snapshot) {
  db.insert(snapshots).values(snapshot).onConflictDoUpdate({ target: snapshots.day, set: snapshot }).run();
}

/** Forgets archived days. */
export function forgetSnapshots(db: Facts, days: string[]) {
  if (days.length > 0) db.delete(snapshots).where(inArray(snapshots.day, days)).run();
}
