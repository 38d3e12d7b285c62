import ical, { ICalAlarmType, ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import type { NoticeWithDays } from '../../../db/catalog/all-notice-days.ts';
import { kindNames } from '../../../db/kinds.ts';
import { dayAfter, koreanDay, koreanInstant, koreanTime } from '../../../db/clock.ts';
import { placeWords } from '../../words/places.ts';
import type { DatedStep } from './dated-steps.ts';
import type { FeedSite } from './reader-feeds.ts';

/** A notice for a calendar: its steps, those that it has lost, and when something was last said of it. */
export type Dated = { notice: NoticeWithDays; steps: DatedStep[]; vanished: DatedStep[]; saidAt: Date };

/**
 * The entries of a notice as the text of a calendar (RFC 5545), with reminders of the end of each receipt. An entry keeps its
 * UID; where its day moves, SEQUENCE or DTSTAMP tell that it is newer. Both follow from the notice, not from the build.
 */
export function calendarEntries(site: FeedSite, { notice, steps, vanished, saidAt }: Dated) {
  const calendar = ical();
  for (const step of [...steps, ...vanished]) {
    const gone = step.held || vanished.includes(step);
    calendar.createEvent({
      id: `${notice.id}-${step.key}@${new URL(site.siteUrl).host}`,
      sequence: notice.revision,
      stamp: saidAt,
      ...daysOf(step),
      summary: `${site.example ? '[예시] ' : ''}${step.what}: ${notice.name}`,
      description: descriptionOf(notice, step, vanished.includes(step)),
      url: `${site.siteUrl}/notices/${notice.id}/`,
      status: gone ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: gone ? [] : remindersOf(notice, step),
    });
  }
  return entriesIn(calendar.toString());
}

/** Entries without what reminds of them, for calendars of many notices. */
export function withoutReminders(entries: string) {
  return entries.replaceAll(/BEGIN:VALARM\r\n.*?END:VALARM\r\n/gs, '');
}

/** All that stands between the head of a calendar and its end. */
function entriesIn(calendar: string) {
  const begin = calendar.indexOf('BEGIN:VEVENT');
  return begin < 0 ? '' : `${calendar.slice(begin, calendar.lastIndexOf('END:VCALENDAR')).trimEnd()}\r\n`;
}

/** Whole days are told as those of UTC, which the library takes them from; instants in UTC. */
function daysOf({ when }: DatedStep): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (when instanceof Date) return { start: when };
  const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
  return { allDay: true, start: midnight(when.from), end: midnight(dayAfter(when.to)) };
}

function descriptionOf(notice: NoticeWithDays, { note }: DatedStep, gone: boolean) {
  const lost = gone ? '정정으로 일정에서 빠졌습니다.' : note;
  return [`${placeWords(notice)}, ${kindNames[notice.kind]}`, lost].filter(Boolean).join('\n');
}

/** At nine on the day before a receipt ends, and two hours before it does. */
function remindersOf({ name }: NoticeWithDays, { what, closes }: DatedStep) {
  if (!closes) return [];
  // What is taken until midnight is taken on the day that ends.
  const last = koreanDay(new Date(closes.getTime() - 1));
  const reminder = (trigger: Date, words: string) => ({
    type: ICalAlarmType.display,
    trigger,
    description: `${words}: ${name} ${what}`,
  });
  return [
    reminder(koreanInstant(dayAfter(last, -1), '09:00'), '내일 마감'),
    reminder(new Date(closes.getTime() - 2 * 3_600_000), `오늘 ${koreanTime(closes)} 마감`),
  ];
}
