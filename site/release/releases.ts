import { readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Begin of the names of folders that are not releases yet. */
export const unfinished = '.building-';

/** Ids of the finished releases, by the minute that they speak of, then by the time of their making. */
export function releaseIds(releases: string) {
  return folder(releases)
    .filter((name) => /^\d{4}-\d\d-\d\dT\d{4}-[0-9a-f]{8}$/.test(name))
    .map((id) => ({ id, madeAt: madeAt(join(releases, id)) }))
    .sort((a, b) => (minuteOf(a.id) < minuteOf(b.id) ? -1 : minuteOf(a.id) > minuteOf(b.id) ? 1 : a.madeAt - b.madeAt))
    .map(({ id }) => id);
}

/** The minute in Korea that a release speaks of, `2026-11-22T0930`: the begin of its id. */
export function minuteOf(id: string) {
  return id.slice(0, -'-00000000'.length);
}

/** Id of the release that readers see; null before the first. */
export function currentId(releases: string) {
  try {
    return basename(readlinkSync(join(releases, 'current')));
  } catch {
    return null;
  }
}

/** Removes what killed builds left. The caller holds the catalog, so no other build is under way. */
export function removeLeftovers(releases: string) {
  for (const name of folder(releases))
    if (name.startsWith(unfinished)) rmSync(join(releases, name), { recursive: true, force: true, maxRetries: 5 });
}

function madeAt(release: string) {
  return statSync(join(release, 'manifest.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function folder(path: string) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
