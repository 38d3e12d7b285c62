import { hoursOf } from '../../db/catalog/hours.ts';
import { noticeLine } from '../../db/catalog/notice-line.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { notices } from '../../db/catalog/schema.ts';
import { koreanStamp } from '../../db/clock.ts';
import { asc } from '../../db/drizzle.ts';
import type { Manifest } from './manifest.ts';
import { publicationsOf } from './publications-of.ts';

/** Instants at which pages say something else, as the manifest lists them. */
export type Instants = Pick<Manifest, 'instants' | 'concerned'>;

/** How long an instant that has passed is told: caches are kept short after the release that follows it, and that may be late. */
const remembered = 86_400_000;

/**
 * The publication instants to come, and those of the day before `asOf`. The pages of a notice are concerned by its own alone,
 * which for one that is held or long over are none. It follows from public days and orders, never from whether results exist.
 */
export function instantsOf(db: Facts, asOf: Date): Instants {
  const hours = hoursOf(db);
  const from = asOf.getTime() - remembered;
  const own = db
    .select(noticeLine)
    .from(notices)
    .orderBy(asc(notices.id))
    .all()
    .map((notice) => ({ id: notice.id, times: timesAfter(from, Object.values(publicationsOf(notice, hours))) }));
  const times = [...new Set(own.flatMap((notice) => notice.times))].sort((a, b) => a - b);
  const place = new Map(times.map((time, i) => [time, i]));
  return {
    instants: times.map((time) => koreanStamp(new Date(time))),
    concerned: Object.fromEntries(
      own.flatMap(({ id, times: its }) => {
        const places = its.map((time) => place.get(time)!);
        return [`notices/${id}/index.html`, `results/${id}/index.html`].map((path) => [path, places]);
      }),
    ),
  };
}

/** Each once, the earliest first. */
function timesAfter(from: number, instants: (Date | null)[]) {
  const times = instants.filter((instant) => instant !== null).map((instant) => instant.getTime());
  return [...new Set(times)].filter((time) => time > from).sort((a, b) => a - b);
}
