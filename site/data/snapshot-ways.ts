import type { Facts } from '../../db/catalog/open.ts';
import { allSnapshots } from '../../db/catalog/snapshots.ts';
import { onDay, type When } from '../words/days.ts';

type SnapshotWay = { href: string; day: When; size: string };

/** The archived days of open data, the newest first. */
export function snapshotWays(db: Facts): SnapshotWay[] {
  return allSnapshots(db)
    .toReversed()
    .map(({ day, bytes }) => ({ href: `/data/snapshots/${day}.zip`, day: onDay(day), size: sizeWords(bytes) }));
}

/** `870kB`, `1.2MB`. */
function sizeWords(bytes: number) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))}kB` : `${(bytes / 1e6).toFixed(1)}MB`;
}
