import type { z } from 'zod';
import { eventsArchive, eventsFeed, scheduleFeed, type ArchivedEvent } from '../../db/feeds.ts';

export type Events = z.infer<typeof eventsFeed>;
/** What a file says, or in what it breaks its promise. */
export type Read<T> = { is: 'read'; value: T } | { is: 'wrong'; what: string };

/** `/feeds/events.json`: of the schema, the newest first, nothing twice. */
export function readEvents(body: unknown): Read<Events> {
  const read = inShape(eventsFeed, body);
  return read.is === 'read' ? inOrder(read, read.value.events) : read;
}

/** `/feeds/events/<month>.json`. */
export function readArchive(body: unknown, month: string): Read<z.infer<typeof eventsArchive>> {
  const read = inShape(eventsArchive, body);
  if (read.is === 'wrong') return read;
  const { value } = read;
  if (value.month !== month || value.events.some(({ at }) => !at.startsWith(month)))
    return { is: 'wrong', what: 'it is not of the month in its name.' };
  return inOrder(read, value.events);
}

/** `/feeds/schedule.json`: of the schema, each notice once. */
export function readSchedule(body: unknown): Read<z.infer<typeof scheduleFeed>> {
  const read = inShape(scheduleFeed, body);
  if (read.is === 'wrong') return read;
  const ids = read.value.entries.map(({ noticeId }) => noticeId);
  return new Set(ids).size < ids.length ? { is: 'wrong', what: 'it names a notice twice.' } : read;
}

function inShape<T extends z.ZodType>(schema: T, body: unknown): Read<z.infer<T>> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { is: 'read', value: parsed.data };
  // The path tells where it is, and none of zod's words is repeated: they may print what they found.
  const path = parsed.error.issues[0]!.path.join('.');
  return { is: 'wrong', what: `it does not keep to its schema at "${path}".` };
}

function inOrder<T>(read: Read<T> & { is: 'read' }, events: ArchivedEvent[]): Read<T> {
  const stamps = events.map(({ at }) => at);
  if (stamps.some((at, i) => i > 0 && at > stamps[i - 1]!)) return { is: 'wrong', what: 'it is not in order.' };
  const ids = new Set(events.map(({ id }) => id));
  return ids.size < events.length ? { is: 'wrong', what: 'it names an event twice.' } : read;
}
