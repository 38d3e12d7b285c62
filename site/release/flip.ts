import { closeSync, fsyncSync, openSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Points `current` at a release in one rename: a reader sees the old site or the new, never a mix. */
export function flip(releases: string, id: string) {
  const next = join(releases, 'current.next');
  rmSync(next, { force: true });
  symlinkSync(id, next);
  renameSync(next, join(releases, 'current'));
  const folder = openSync(releases, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
