import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../../../db/catalog/open.ts';
import { dayAfter, koreanDay, koreanInstant, koreanStamp } from '../../../db/clock.ts';
import type { ArchivedEvent, FeedEvent } from '../../../db/feeds.ts';
import { eventMonths, eventsBetween, newestEvents, type EventRow } from './event-rows.ts';
import { oneALine } from './one-a-line.ts';
import { takenBack } from './taken-back.ts';

/**
 * How far `events.json` reaches: weeks of everyday news, for a reader who looks in daily, and no more of a first load of
 * 20,000 notices. The archives have the rest.
 */
const reach = { days: 31, events: 1_000 };

/**
 * Writes what became known by an instant: the newest of it as `events.json`, all of it as `events/<month>.json`. News of
 * results leave both for as long as an order holds these, or moves them behind the instant.
 */
export function writeEvents(db: Facts, folder: string, asOf: Date) {
  const since = koreanInstant(dayAfter(koreanDay(asOf), -reach.days));
  const told = { asOf, without: takenBack(db, asOf).map(({ id }) => id) };
  const newest = newestEvents(db, since, told, reach.events).map(whole);
  const months = eventMonths(db, told);
  const archives = months.map((month) => `/feeds/events/${month}.json`);
  writeFileSync(join(folder, 'events.json'), oneALine({ format: 1 }, 'events', newest, { archives }));

  mkdirSync(join(folder, 'events'), { recursive: true });
  for (const month of months) {
    const events = eventsBetween(db, ...daysOf(month), told).map(lasting);
    writeFileSync(join(folder, 'events', `${month}.json`), oneALine({ format: 1, month }, 'events', events));
  }
}

/** The beginning of a month, and of the next. */
function daysOf(month: string): [Date, Date] {
  const first = `${month}-01`;
  return [koreanInstant(first), koreanInstant(`${dayAfter(first, 31).slice(0, 7)}-01`)];
}

/** An event with its notice as it is called today. */
function whole(row: EventRow): FeedEvent {
  const { noticeName, noticeKind, sido, sigungu } = row;
  return { ...lasting(row), noticeName, noticeKind, sido, sigungu };
}

/** What no later correction of the notice changes. */
function lasting({ id, kind, noticeId, at }: EventRow): ArchivedEvent {
  return {
    id,
    kind,
    noticeId,
    // The id of a correction ends with its revision.
    ...(kind === 'correction' && { revision: Number(id.split('-').at(-1)) }),
    at: koreanStamp(new Date(at)),
    url: `/${kind === 'results' ? 'results' : 'notices'}/${noticeId}/`,
  };
}
