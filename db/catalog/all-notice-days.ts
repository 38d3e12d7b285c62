import { asc } from '../drizzle.ts';
import { noticeLine, type NoticeLine } from './notice-line.ts';
import type { Facts } from './open.ts';
import { notices, type Notice } from './schema.ts';

/** A notice as lists have it, with the days of its contracts and how often it was corrected. */
export type NoticeWithDays = NoticeLine & Pick<Notice, 'contractBeginsOn' | 'contractEndsOn' | 'revision'>;

/** Every notice with all its days, in the order of their numbers. */
export function allNoticeDays(db: Facts): NoticeWithDays[] {
  return db
    .select({
      ...noticeLine,
      contractBeginsOn: notices.contractBeginsOn,
      contractEndsOn: notices.contractEndsOn,
      revision: notices.revision,
    })
    .from(notices)
    .orderBy(asc(notices.id))
    .all();
}
