import { desc, isNotNull } from '../drizzle.ts';
import type { Kind } from '../kinds.ts';
import type { Facts } from './open.ts';
import { notices } from './schema.ts';

/** What is needed to tell which notices belong together, and to name them. */
export type Neighbour = { id: string; name: string; kind: Kind; sigungu: string; announcedOn: string };

/** Every notice whose 시군구 is known, the newest first. */
export function placedNotices(db: Facts): Neighbour[] {
  const { id, name, kind, sigungu, announcedOn } = notices;
  return db
    .select({ id, name, kind, sigungu, announcedOn })
    .from(notices)
    .where(isNotNull(sigungu))
    .orderBy(desc(announcedOn), desc(id))
    .all() as Neighbour[];
}
