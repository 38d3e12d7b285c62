import type { Clock } from '../clock.ts';
import { desc, eq, isNotNull } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { releases } from './schema.ts';

/** Records a finished build. Building the same thing again changes nothing. */
export function recordBuild(
  db: Facts,
  release: Omit<typeof releases.$inferSelect, 'builtAt' | 'publishedAt'>,
  clock: Clock,
) {
  db.insert(releases)
    .values({ ...release, builtAt: clock.now().toISOString() })
    .onConflictDoNothing()
    .run();
}

/** Records that readers see a release from now on. */
export function recordPublication(db: Facts, id: string, clock: Clock) {
  db.update(releases).set({ publishedAt: clock.now().toISOString() }).where(eq(releases.id, id)).run();
}

/** Releases that readers have seen, the latest first. */
export function publishedReleases(db: Facts) {
  return db.select().from(releases).where(isNotNull(releases.publishedAt)).orderBy(desc(releases.publishedAt)).all();
}
