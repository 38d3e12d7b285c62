import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { retention } from '../retention.ts';

/**
 * Removes stores that a restore has put aside and nobody came back for, and the copy that a killed restore left. Whoever calls it has the
 * lock of the store, so no restore is under way.
 * @returns how many stores.
 */
export function removePutAside(file: string, now: Date) {
  const folder = dirname(file);
  let removed = 0;
  for (const name of readdirSync(folder)) {
    const rest = name.startsWith(`${basename(file)}.`) ? name.slice(basename(file).length + 1) : '';
    const [, stamp, end] = /^before-(\d{8}T\d{6})(-wal)?$/.exec(rest) ?? [];
    const isOld = stamp !== undefined && now.getTime() - instantOf(stamp) > retention.putAside;
    if (isOld || /^restored(-wal|-shm)?$/.test(rest)) rmSync(join(folder, name), { force: true });
    if (isOld && end === undefined) removed++;
  }
  return removed;
}

/** Of the Korean stamp in its name, `20261122T100000`: a copy of a file has another date than the file. */
function instantOf(stamp: string) {
  return Date.parse(stamp.replace(/^(....)(..)(..T..)(..)(..)$/, '$1-$2-$3:$4:$5+09:00'));
}
