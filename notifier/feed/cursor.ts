import { z } from 'zod';
import type { Kept } from '../../db/subscribers/subscribers.ts';
import type { Events } from './read-events.ts';

const format = z.object({
  etag: z.string().nullable(),
  since: z.number(),
  newest: z.number(),
  known: z.array(z.tuple([z.string(), z.number()])),
  results: z.array(
    z.tuple([z.string(), z.object({ notBefore: z.number(), expiresAt: z.number(), takenBack: z.boolean() })]),
  ),
});

/** How far somebody has followed the events of the site. Instants are epoch milliseconds. */
export type Cursor = {
  /** Of the `events.json` that is done with. */
  etag: string | null;
  /** What became known until then was there before anybody followed. */
  since: number;
  /** When the newest event that was ever seen became known. */
  newest: number;
  /**
   * Events that are done with, and when they became known. An instant alone would not do: a release can bring events that became known
   * before those of an earlier one, and news of results comes back when an order is lifted.
   */
  known: Map<string, number>;
  /** Alerts of results that have not expired: they are taken back when the results are. One that was taken back may come again. */
  results: Map<string, z.infer<typeof format>['results'][number][1]>;
};

const name = 'feed cursor';
/** Milliseconds for which known events are remembered, and news of results that was taken back: twice what `events.json` reaches back. */
const remembered = 62 * 86_400_000;

/** Where following stopped; null for somebody who never followed. */
export async function keptCursor(store: Kept): Promise<Cursor | null> {
  const text = await store.kept(name);
  if (text === null) return null;
  const { known, results, ...rest } = format.parse(JSON.parse(text));
  return { ...rest, known: new Map(known), results: new Map(results) };
}

/** The cursor of somebody who begins to follow: all there is is known, and is not told. */
export function firstCursor({ events }: Events, etag: string | null, now: Date): Cursor {
  const known = new Map(events.map(({ id, at }) => [id, Date.parse(at)]));
  // Where there is none, what a release that is being made will bring is still news.
  const newest = Math.min(now.getTime(), known.size > 0 ? Math.max(...known.values()) : now.getTime() - 3_600_000);
  return { etag, since: newest, newest, known, results: new Map() };
}

/** Keeps a cursor and forgets what no feed names any more. */
export async function keepCursor(store: Kept, cursor: Cursor, now: Date) {
  for (const [id, at] of cursor.known) if (at < cursor.newest - remembered) cursor.known.delete(id);
  for (const [id, { expiresAt, takenBack }] of cursor.results)
    if (expiresAt + (takenBack ? remembered : 0) <= now.getTime()) cursor.results.delete(id);
  const text = JSON.stringify({ ...cursor, known: [...cursor.known], results: [...cursor.results] });
  // While something is put off this is asked with every poll, and a commit waits for the disk.
  if (text !== (await store.kept(name))) await store.keep(name, text);
}
