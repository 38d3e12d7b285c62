import { join } from 'node:path';
import type { Facts } from '../../db/catalog/open.ts';
import { noticesWithResultsSince } from '../../db/catalog/results-since.ts';
import { publishedReleases, recordPublication } from '../../db/catalog/releases.ts';
import type { Clock } from '../../db/clock.ts';
import { flip } from './flip.ts';
import { readManifest } from './manifest.ts';
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

/**
 * Shows readers the release that they saw before the current one. It brings nothing forward: a release of an instant to come
 * is refused. One that takes back results which readers have seen is refused too, unless that is what is wanted.
 * @returns its id, and how many notices have results that readers no longer see.
 */
export function rollback({ releases, db, clock }: Where, { takeBack = false } = {}) {
  const there = new Set(releaseIds(releases));
  const current = currentId(releases);
  const shown = publishedReleases(db).filter(({ id }) => there.has(id));
  const before = shown[shown.findIndex(({ id }) => id === current) + 1];
  if (!current || !before)
    throw new Error('There is no earlier published release to go back to. "npm run release -- list" shows all.');
  const asOf = (id: string) => new Date(readManifest(join(releases, id)).asOf);
  const takenBack = noticesWithResultsSince(db, asOf(before.id), asOf(current));
  if (takenBack > 0 && !takeBack)
    throw new Error(
      `Release ${before.id} does not have the results of ${takenBack} notices that readers have seen since. ` +
        'To take them back all the same, run "npm run release -- rollback --take-back".',
    );
  show(releases, before.id, clock);
  return { id: before.id, takenBack };
}

function show(releases: string, id: string, clock: Clock) {
  const { asOf } = verify(join(releases, id));
  if (new Date(asOf) > clock.now())
    throw new Error(`Release ${id} speaks of ${asOf}, which has not come. Publish it then.`);
  flip(releases, id);
}
