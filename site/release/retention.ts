import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { currentId, releaseIds } from './releases.ts';

/** Releases that stay: enough for a day of builds, so that whoever still reads an old one can finish, and for going back. */
const kept = 8;

/** Removes releases that are neither among the newest nor the current. @returns their ids. */
export function removeOld(releases: string) {
  const current = currentId(releases);
  const old = releaseIds(releases)
    .slice(0, -kept)
    .filter((id) => id !== current);
  for (const id of old) rmSync(join(releases, id), { recursive: true, force: true });
  return old;
}
