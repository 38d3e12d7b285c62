import { dayAfter, koreanDay, koreanInstant, koreanTime } from '../../db/clock.ts';
import type { AlertEvent, EventKind } from '../../db/subscribers/alert-event.ts';
import type { Portion } from '../../db/subscribers/subscribers.ts';
import type { Wishes } from '../../db/subscribers/wishes.ts';

type Span = Pick<AlertEvent, 'kind' | 'notBefore' | 'expiresAt'>;
type Timing = Pick<Wishes, 'digestAt' | 'quiet'>;

/** When somebody hears of an event, and how. */
export type Hearing = Pick<Portion, 'notBefore' | 'as'>;

/**
 * When somebody hears of an event that is written down at `at`: in the next digest, where that comes before the event expires, and
 * otherwise at once; out of quiet hours, at their end. A digest whose hour is a quiet one comes when these end.
 * @returns null where quiet lasts until the event has expired: nobody is woken, and nobody hears stale news.
 */
export function hearingOf(event: Span, at: Date, timing: Timing): Hearing | null {
  const from = at > event.notBefore ? at : event.notBefore;
  if (timing.digestAt !== null) {
    const digest = nextHour(from, digestHour(timing));
    if (digest < event.expiresAt) return { notBefore: digest, as: 'digest' };
  }
  if (!isQuiet(from, timing.quiet)) return { notBefore: event.notBefore, as: 'itself' };
  const end = nextHour(from, timing.quiet!.to);
  return end < event.expiresAt ? { notBefore: end, as: 'itself' } : null;
}

/** The end of the quiet hours in which an instant lies; null where it lies in none. */
export function quietUntil(instant: Date, quiet: Wishes['quiet']) {
  return quiet && isQuiet(instant, quiet) ? nextHour(instant, quiet.to) : null;
}

/** What these say is true all through the Korean day on which they come, so they may come earlier on it than usual. */
const ofADay: ReadonlySet<EventKind> = new Set<EventKind>([
  'opens-tomorrow',
  'opens-today',
  'closes-today',
  'winners-today',
]);

/**
 * The whole Korean hour, earlier on the day of a reminder than its usual one, at which somebody hears of it instead: that of their digest,
 * so that a digest at eight tells what closes today; or the last one before quiet hours that would outlast the reminder. Where these
 * have begun on the evening before, they hear then that a receipt closes tomorrow: -1 is 23 o'clock.
 * @returns null for those who hear of it as usual, or not at all: of other moments nothing can be said a day early that is not said then
 *   to whoever wants it.
 */
export function ownHourOf(event: Span, timing: Timing): (Hearing & { hour: number }) | null {
  if (!ofADay.has(event.kind)) return null;
  const day = koreanDay(event.notBefore);
  const own = (hour: number, as: Hearing['as']) => {
    const notBefore = hourOn(day, hour);
    return notBefore < event.notBefore && !isQuiet(notBefore, timing.quiet) ? { hour, notBefore, as } : null;
  };
  if (timing.digestAt !== null) {
    const hour = digestHour(timing);
    if (hourOn(day, hour) < event.expiresAt) return own(hour, 'digest');
  }
  if (hearingOf(event, event.notBefore, timing)) return null;
  const last = (timing.quiet!.from + 23) % 24;
  return own(last, 'itself') ?? (event.kind === 'closes-today' ? own(last - 24, 'itself') : null);
}

/** The instant of a whole Korean hour on a Korean day; a negative one is on the evening before. */
export function hourOn(day: string, hour: number) {
  return new Date(koreanInstant(day).getTime() + hour * 3_600_000);
}

function digestHour({ digestAt, quiet }: Timing) {
  return isQuietHour(digestAt!, quiet) ? quiet!.to : digestAt!;
}

function isQuiet(instant: Date, quiet: Wishes['quiet']) {
  return isQuietHour(Number(koreanTime(instant).slice(0, 2)), quiet);
}

/** Hours that end where they begin are none. */
function isQuietHour(hour: number, quiet: Wishes['quiet']) {
  if (!quiet) return false;
  const { from, to } = quiet;
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** The first instant of a whole Korean hour that is not before `from`. */
function nextHour(from: Date, hour: number) {
  const day = koreanDay(from);
  const today = hourOn(day, hour);
  return today < from ? hourOn(dayAfter(day), hour) : today;
}
