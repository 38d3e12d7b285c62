import { closeSync, fsyncSync, openSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../../db/catalog/open.ts';
import { publishedReleases, recordPublication } from '../../db/catalog/releases.ts';
import type { Clock } from '../../db/clock.ts';
import { currentId, minuteOf, releaseIds } from './releases.ts';
import { verify } from './verify.ts';

type Where = { releases: string; db: Facts; clock: Clock };

/**
 * Shows readers a release: the newest, or the one named. It is verified first, and one that speaks of a later instant than
 * now is refused.
 * @returns its id.
 */
export function publish({ releases, db, clock }: Where, id = releaseIds(releases).at(-1)) {
  if (!id) throw new Error('There is no release to publish. Run "npm run release -- build" first.');
  if (!releaseIds(releases).includes(id))
    throw new Error(`There is no release ${id}. "npm run release -- list" shows all.`);
  const current = currentId(releases);
  if (current && minuteOf(id) < minuteOf(current))
    throw new Error(
      `Release ${id} is older than the current ${current}. To go back, run "npm run release -- rollback".`,
    );
  show(releases, id, clock);
  recordPublication(db, id, clock);
  return id;
}

/** Shows readers the release that they saw before the current one. */
export function rollback({ releases, db, clock }: Where) {
  const there = new Set(releaseIds(releases));
  const shown = publishedReleases(db).filter(({ id }) => there.has(id));
  const before = shown[shown.findIndex(({ id }) => id === currentId(releases)) + 1];
  if (!before)
    throw new Error('There is no earlier published release to go back to. "npm run release -- list" shows all.');
  show(releases, before.id, clock);
  return before.id;
}

function show(releases: string, id: string, clock: Clock) {
  const { asOf } = verify(join(releases, id));
  if (new Date(asOf) > clock.now())
    throw new Error(`Release ${id} speaks of ${asOf}, which has not come. Publish it then.`);
  flip(releases, id);
}

/** Points `current` at a release in one rename: a reader sees the old site or the new, never a mix. */
function flip(releases: string, id: string) {
  const next = join(releases, 'current.next');
  rmSync(next, { force: true });
  symlinkSync(id, next);
  renameSync(next, join(releases, 'current'));
  const folder = openSync(releases, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
