import type { Notice } from '../../db/catalog/schema.ts';
import { dayAfter, koreanDay } from '../../db/clock.ts';
import type { When } from '../words/days.ts';
import type { TimelineStep } from './timeline.ts';

/** A step that a reader may put into a calendar of theirs. */
export type CalendarLink = { href: string; what: string; days: When[] };

const kept: TimelineStep['sort'][] = ['receipt', 'winners', 'contract'];

/** Receipts, winners' day and contract that are not over, each as a whole-day event of Google's calendar. */
export function calendarLinks(notice: Notice, steps: TimelineStep[], page: URL): CalendarLink[] {
  return steps
    .filter(({ sort, standing, days }) => kept.includes(sort) && standing !== 'over' && days.length > 0)
    .map(({ what, days, begins, ends }) => {
      const query = new URLSearchParams({
        action: 'TEMPLATE',
        text: `[청약] ${notice.name} ${what}`,
        dates: `${plain(koreanDay(begins!))}/${plain(dayAfter(lastDay(begins!, ends)))}`,
        ctz: 'Asia/Seoul',
        details: page.href,
      });
      return { href: `https://calendar.google.com/calendar/render?${query}`, what, days };
    });
}

/** The day on which a step ends; the one on which it begins where its end is not known. */
function lastDay(begins: Date, ends: Date | null) {
  return koreanDay(ends ? new Date(ends.getTime() - 1) : begins);
}

function plain(day: string) {
  return day.replaceAll('-', '');
}
