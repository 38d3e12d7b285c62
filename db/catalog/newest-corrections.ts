import { and, desc, eq } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { corrections, houseTypes, notices } from './schema.ts';

/** The newest corrections of all notices, with what is needed to name them. */
export function newestCorrections(db: Facts, limit: number) {
  return db
    .select({
      correction: corrections,
      type: houseTypes.type,
      notice: { id: notices.id, kind: notices.kind, name: notices.name, sido: notices.sido, sigungu: notices.sigungu },
    })
    .from(corrections)
    .innerJoin(notices, eq(notices.id, corrections.noticeId))
    .leftJoin(
      houseTypes,
      and(eq(houseTypes.noticeId, corrections.noticeId), eq(houseTypes.modelNo, corrections.modelNo)),
    )
    .orderBy(desc(corrections.id))
    .limit(limit)
    .all();
}
