import { z } from 'zod';
import { scheduleFeed, type Scheduled } from '../../db/feeds.ts';
import type { Kept } from '../../db/subscribers/subscribers.ts';
import { faultsOfSchedule } from './absurd.ts';
import { absurd, isReleased, type Hold, type Release } from './hold.ts';

/** The last schedule that was taken: reminders go out by it while the site is away, and after a restart. */
export type KeptSchedule = {
  etag: string | null;
  entries: Scheduled[];
  /** What an operator decided about entries that are at fault; one that says something else is judged anew. */
  decided: Map<string, Release['how']>;
};

const format = z.object({
  etag: z.string().nullable(),
  entries: scheduleFeed.shape.entries,
  decided: z.array(z.tuple([z.string(), z.enum(['send', 'skip'])])),
});
const name = 'feed schedule';

export async function keptSchedule(store: Kept): Promise<KeptSchedule | null> {
  const text = await store.kept(name);
  if (text === null) return null;
  // One of an older version that is not whole is asked for again.
  const read = format.safeParse(JSON.parse(text));
  return read.success ? { ...read.data, decided: new Map(read.data.decided) } : null;
}

/** What to go by from now on, and kept for the next start; a hold where the schedule is absurd. */
export async function takeSchedule(
  entries: Scheduled[],
  etag: string | null,
  before: KeptSchedule | null,
  store: Kept,
  release: Release | undefined,
  now: Date,
): Promise<{ is: 'taken'; kept: KeptSchedule } | { is: 'held'; hold: Hold }> {
  const decided = new Map(before?.decided);
  const faults = faultsOfSchedule(entries, before?.entries ?? null, (entry) => decided.has(keyOf(entry)), now);
  if (faults.length > 0) {
    const hold = absurd('/feeds/schedule.json', faults);
    if (!isReleased(hold, release)) return { is: 'held', hold };
    const atFault = new Set(faults.flatMap(({ ids }) => ids));
    for (const entry of entries) if (atFault.has(entry.noticeId)) decided.set(keyOf(entry), release!.how);
  }
  const there = new Set(entries.map(keyOf));
  for (const key of decided.keys()) if (!there.has(key)) decided.delete(key);
  const kept = { etag, entries: entries.filter((entry) => decided.get(keyOf(entry)) !== 'skip'), decided };
  await store.keep(name, JSON.stringify({ ...kept, decided: [...decided] }));
  return { is: 'taken', kept };
}

function keyOf({ noticeId, name: called, sido, sigungu, opensOn, closesOn, winnersOn }: Scheduled) {
  return [noticeId, called, sido, sigungu, opensOn, closesOn, winnersOn].join(' ');
}
