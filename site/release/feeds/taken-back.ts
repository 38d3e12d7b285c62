import { allNoticeDays } from '../../../db/catalog/all-notice-days.ts';
import { hoursOf } from '../../../db/catalog/hours.ts';
import type { Facts } from '../../../db/catalog/open.ts';
import { knownEvents } from './event-rows.ts';
import { mayBeTold } from './news.ts';

/** The news of results that were public and may not be told as of an instant: an order holds them, or has moved them behind it. */
export function takenBack(db: Facts, asOf: Date) {
  const hours = hoursOf(db);
  const notices = new Map(allNoticeDays(db).map((notice) => [notice.id, notice]));
  return knownEvents(db, asOf).filter((event) => !mayBeTold(event, notices.get(event.noticeId)!, hours, asOf));
}
