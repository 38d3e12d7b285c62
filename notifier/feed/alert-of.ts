import { koreanInstant } from '../../db/clock.ts';
import type { FeedEvent, Scheduled } from '../../db/feeds.ts';
import type { AlertEvent } from '../../db/subscribers/alert-event.ts';

/** Hours for which each kind of news is worth a message, from when it may be known. */
const worthFor: Record<FeedEvent['kind'], number> = {
  // A new notice is news for a weekend, and no longer than its receipt: after that there is nothing to apply for.
  notice: 72,
  // A moved day matters to whoever plans by the old one; after three days the calendar and the reminders say it.
  correction: 72,
  // Somebody may be away for days and still turn up with money or papers.
  cancelled: 168,
  // Who waits for them and is away for a weekend, or whose notifier is down for a day, still wants to hear that they are there. Their page
  // stays for ever; what is older than three days has been heard of from others.
  results: 72,
};

/**
 * What channels are told of an event of the feed. `notBefore` is never before the event, nor, for results, before the publication
 * instant of the schedule.
 * @param entry of the event's notice in the schedule; none where it is over.
 * @param again when what was taken back may be told again: from then on it is news.
 * @returns null for results that the schedule says are held: they may not be told now.
 */
export function alertOf(event: FeedEvent, entry: Scheduled | undefined, again = new Date(0)): AlertEvent | null {
  const { id, kind, noticeId, noticeName, noticeKind, sido, sigungu, url } = event;
  const at = new Date(event.at);
  const instant = kind === 'results' && entry ? publicationOf(id, entry) : at;
  if (instant === null) return null;
  const notBefore = new Date(Math.max(at.getTime(), instant.getTime(), again.getTime()));
  const stale = notBefore.getTime() + worthFor[kind] * 3_600_000;
  const closing = kind === 'notice' && entry?.closesOn ? koreanInstant(entry.closesOn, '17:30').getTime() : stale;
  const expiresAt = new Date(Math.min(stale, closing));
  return { id, kind, noticeId, noticeName, noticeKind, sido, sigungu, path: url, notBefore, expiresAt };
}

/** From when the results that an event is about may be known; null while they are held. */
export function publicationOf(eventId: string, { publications }: Pick<Scheduled, 'publications'>) {
  const { competition, specialSupply, score } = publications;
  const stamps = eventId.endsWith('-score') ? [score] : [competition, specialSupply ?? competition];
  return stamps.includes(null) ? null : new Date(Math.max(...stamps.map((stamp) => Date.parse(stamp!))));
}
