import { koreanDay, koreanInstant } from '../../db/clock.ts';
import type { AlertEvent } from '../../db/subscribers/alert-event.ts';
import type { Ledger } from '../../db/subscribers/subscribers.ts';
import type { MatchMore, Matcher } from './matcher.ts';
import { hourOn } from './when.ts';

export type Telling = { store: Pick<Ledger, 'record'>; matcher: Pick<Matcher, 'portionsOf'> };

/** Writes an event down with everybody who is told of it. @returns false where it is written down already. */
export async function tell(event: AlertEvent, { store, matcher }: Telling, at: Date, more: MatchMore = {}) {
  return store.record(event, matcher.portionsOf(event, at, more), at);
}

/**
 * Id in the ledger of a reminder for those who hear of it at a Korean hour of their own: it is not that of the reminder.
 * @param hour negative on the evening before.
 */
export function ownId(reminder: AlertEvent, hour: number) {
  return `${reminder.id}${hour < 0 ? '-eve' : ''}-${String((hour + 24) % 24).padStart(2, '0')}`;
}

/**
 * Writes a reminder down for those who hear of it at an hour of their own.
 * @param without who has heard at another hour.
 * @returns false where there is none, or it is written down already.
 */
export async function tellAt(
  hour: number,
  reminder: AlertEvent,
  { store, matcher }: Telling,
  at: Date,
  without: Uint32Array,
) {
  const portions = matcher.portionsOf(reminder, at, { hour, without });
  if (portions.length === 0) return false;
  const day = koreanDay(reminder.notBefore);
  const own = { ...reminder, id: ownId(reminder, hour), notBefore: hourOn(day, hour) };
  // On the evening before, "tomorrow" is true until midnight.
  const early: AlertEvent = { ...own, kind: 'closes-tomorrow', expiresAt: koreanInstant(day) };
  return store.record(hour < 0 ? early : own, portions, at);
}
