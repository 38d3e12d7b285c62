import { asc } from '../drizzle.ts';
import type { Facts } from './open.ts';
import { notices } from './schema.ts';

/** Which kinds of notices each place ever had: a line for each 시도, 시군구 and kind, in the order of the codes. */
export function kindsInPlaces(db: Facts) {
  return db
    .selectDistinct({ sido: notices.sido, sigungu: notices.sigungu, kind: notices.kind })
    .from(notices)
    .orderBy(asc(notices.sido), asc(notices.sigungu), asc(notices.kind))
    .all();
}
