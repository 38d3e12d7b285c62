import type { NoticeWithDays } from '../../../db/catalog/all-notice-days.ts';
import { dayCorrectionsSince, newestCorrectionOfEach } from '../../../db/catalog/day-corrections.ts';
import { lastNoticeDay } from '../../../db/catalog/days-to-come.ts';
import { hoursOf } from '../../../db/catalog/hours.ts';
import type { Facts } from '../../../db/catalog/open.ts';
import { lastOfficialDay } from '../../../db/catalog/publication.ts';
import { publicationOrders } from '../../../db/catalog/schema.ts';
import { dayAfter, koreanDay, koreanInstant } from '../../../db/clock.ts';
import type { Dated } from './calendar-entries.ts';
import { datedSteps } from './dated-steps.ts';
import { vanishedSteps } from './vanished-steps.ts';

/** Korean days for which calendars remember what is over, and what a correction took away. */
const remembered = { over: 60, vanished: 30 };

/** The notices whose days calendars show as of an instant, each with its steps, in the order given. */
export function* datedNotices(db: Facts, notices: NoticeWithDays[], asOf: Date): Generator<Dated> {
  const today = koreanDay(asOf);
  const hours = hoursOf(db);
  const since = koreanInstant(dayAfter(today, -remembered.vanished));
  const corrections = Map.groupBy(dayCorrectionsSince(db, since), ({ noticeId }) => noticeId);
  const saidAt = lastSaid(db);
  for (const notice of notices) {
    const last = lastNoticeDay(notice) ?? notice.lastReceiptDay ?? notice.firstReceiptDay ?? notice.announcedOn;
    const changed = corrections.get(notice.id) ?? [];
    if (last < dayAfter(today, -remembered.over) && changed.length === 0) continue;
    const steps = datedSteps(notice, hours);
    yield { notice, steps, vanished: vanishedSteps(notice, changed, hours), saidAt: saidAt(notice) };
  }
}

/** When something of a notice was last said: its announcement, the day of its last correction, an order about it. */
function lastSaid(db: Facts) {
  const corrected = newestCorrectionOfEach(db);
  const orders = db.select().from(publicationOrders).all();
  const ofNotice = Map.groupBy(orders, ({ noticeId }) => noticeId);
  const ofDay = Map.groupBy(orders, ({ closingOn }) => closingOn);
  return (notice: NoticeWithDays) => {
    const correctedAt = corrected.get(notice.id);
    const ordered = [...(ofNotice.get(notice.id) ?? []), ...(ofDay.get(lastOfficialDay(notice) ?? '') ?? [])];
    return new Date(
      Math.max(
        koreanInstant(notice.announcedOn).getTime(),
        correctedAt ? koreanInstant(koreanDay(correctedAt)).getTime() : 0,
        ...ordered.map(({ orderedAt }) => Date.parse(orderedAt)),
      ),
    );
  };
}
