import { and, desc, eq, isNotNull, isNull, lt } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { publications } from './schema.ts';

/** How a publication went. `way`: a sealed release was flipped, or the site was built after the instant. */
export type Published = {
  way: 'sealed' | 'open';
  release: string;
  firedAt: Date;
  flippedAt: Date;
  /** When the address of the site showed it; null when it could not be read there. */
  seenAt: Date | null;
};

/** Records that a check failed at the instant; the first reason stays. */
export function recordLate(db: Facts, at: Date, now: Date, because: string) {
  db.insert(publications)
    .values({ at: at.toISOString(), lateAt: now.toISOString(), lateBecause: because })
    .onConflictDoNothing()
    .run();
}

export function recordPublished(db: Facts, at: Date, { way, release, firedAt, flippedAt, seenAt }: Published) {
  const done = {
    way,
    release,
    firedAt: firedAt.toISOString(),
    flippedAt: flippedAt.toISOString(),
    seenAt: seenAt?.toISOString() ?? null,
  };
  db.insert(publications)
    .values({ at: at.toISOString(), ...done })
    .onConflictDoUpdate({ target: publications.at, set: done })
    .run();
}

/** Instants that have come and were held by a check, and are not published yet. */
export function latePublications(db: Facts) {
  return db
    .select({ at: publications.at })
    .from(publications)
    .where(and(isNotNull(publications.lateAt), isNull(publications.flippedAt)))
    .all()
    .map(({ at }) => new Date(at));
}

/** The publications that were over before an instant, the newest first. */
export function publicationRecord(db: Facts, before: Date) {
  return db
    .select()
    .from(publications)
    .where(lt(publications.flippedAt, before.toISOString()))
    .orderBy(desc(publications.at))
    .all();
}

/** True when a publication is over and on record. */
export function isRecorded(db: Facts, at: Date) {
  const row = db
    .select({ at: publications.at })
    .from(publications)
    .where(and(eq(publications.at, at.toISOString()), isNotNull(publications.flippedAt)))
    .get();
  return row !== undefined;
}
