import { dayAfter, koreanDay, koreanInstant } from '../../db/clock.ts';
import type { Scheduled } from '../../db/feeds.ts';
import type { AlertEvent } from '../../db/subscribers/alert-event.ts';

type Moment = 'opens-tomorrow' | 'opens-today' | 'closes-today' | 'winners-today';

/**
 * The Korean hours of reminders on their day. None comes after its words have stopped being true: `tomorrow` ends at midnight, and
 * applications are taken until 17:30 (DOMAIN §3).
 */
const hours: Record<Moment, { on: (entry: Scheduled) => string | null; from: string; until: string }> = {
  // The evening before, when people are home and can still prepare a certificate.
  'opens-tomorrow': { on: ({ opensOn }) => opensOn && dayAfter(opensOn, -1), from: '18:00', until: '24:00' },
  // Before work, ahead of the opening at nine.
  'opens-today': { on: ({ opensOn }) => opensOn, from: '07:30', until: '17:30' },
  // As applications are taken again, with the whole day left.
  'closes-today': { on: ({ closesOn }) => closesOn, from: '09:00', until: '17:30' },
  // Winners hear by message at about eight; the day counts until its end.
  'winners-today': { on: ({ winnersOn }) => winnersOn, from: '08:00', until: '24:00' },
};

/**
 * Reminders of the schedule that are of use now or within the next 24 hours, those that come first in front. Their ids follow from
 * kind, notice and day: a day that is moved makes another reminder.
 */
export function remindersOf(schedule: Scheduled[], now: Date): AlertEvent[] {
  const today = koreanDay(now);
  const days = new Set([today, dayAfter(today)]);
  const horizon = new Date(now.getTime() + 24 * 3_600_000);
  return schedule
    .flatMap((entry) =>
      (Object.keys(hours) as Moment[]).flatMap((kind) => {
        const day = hours[kind].on(entry);
        return day !== null && days.has(day) ? [reminder(kind, entry, day)] : [];
      }),
    )
    .filter(({ notBefore, expiresAt }) => notBefore < horizon && expiresAt > now)
    .sort((a, b) => a.notBefore.getTime() - b.notBefore.getTime() || (a.id < b.id ? -1 : 1));
}

function reminder(kind: Moment, entry: Scheduled, day: string): AlertEvent {
  const { noticeId, name, kind: noticeKind, sido, sigungu, url } = entry;
  const { from, until } = hours[kind];
  return {
    id: `${kind}-${noticeId}-${day}`,
    kind,
    noticeId,
    noticeName: name,
    noticeKind,
    sido,
    sigungu,
    path: url,
    notBefore: koreanInstant(day, from),
    expiresAt: until === '24:00' ? koreanInstant(dayAfter(day)) : koreanInstant(day, until),
  };
}
