import { hoursOf } from '../../catalog/hours.ts';
import { and, gte, inArray, lt } from '../../drizzle.ts';
import type { Kind } from '../../kinds.ts';
import type { Facts } from '../../catalog/open.ts';
import { publication, type PublicationHours } from '../../catalog/publication.ts';
import { notices, type Notice } from '../../catalog/schema.ts';
import { dayAfter, koreanDay } from '../../clock.ts';
import { resultOperations } from '../operations.ts';
import { givenUpAfter } from './due.ts';

/** The API tells no date of change: corrections are found by reading this many days of announcements again. */
const usualDays = 90;

/**
 * The first day of announcements that a regular run reads. It goes further back than usual to a notice whose results may still
 * come (winners were announced up to 316 days after their notice, one in a hundred 118 or later): nobody asks for them on dates that may be out of date.
 */
export function windowStart(db: Facts, kinds: readonly Kind[], now: Date) {
  const hours = hoursOf(db);
  const usual = dayAfter(koreanDay(now), -usualDays);
  return db
    .select()
    .from(notices)
    .where(and(inArray(notices.kind, kinds), lt(notices.announcedOn, usual)))
    .all()
    .filter((notice) => mayGetResults(notice, now, hours))
    .reduce((start, { announcedOn }) => (announcedOn < start ? announcedOn : start), usual);
}

/** Notices announced since a day, by number. */
export function noticesSince(db: Facts, kinds: readonly Kind[], since: string) {
  return db
    .select({ id: notices.id })
    .from(notices)
    .where(and(inArray(notices.kind, kinds), gte(notices.announcedOn, since)))
    .orderBy(notices.id)
    .all()
    .map(({ id }) => id);
}

function mayGetResults(notice: Notice, now: Date, hours: PublicationHours) {
  return resultOperations
    .filter(({ kinds }) => kinds.includes(notice.kind))
    .map(({ holds }) => publication(notice, holds, hours))
    .some(
      (instant) =>
        instant !== null && koreanDay(instant) <= koreanDay(now) && now.getTime() - instant.getTime() <= givenUpAfter,
    );
}
