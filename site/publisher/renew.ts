import { build } from '../release/build.ts';
import { publish } from '../release/publish.ts';
import { showsRelease } from '../release/read-back.ts';
import { removeOld } from '../release/retention.ts';
import type { Publisher } from './publisher.ts';

/** Builds the site as of now from what the catalog holds, and shows it to readers. @returns the release and when. */
export async function renew({ releases, catalog, settings, url, clock, say, signal }: Publisher) {
  const { manifest, seconds } = await build({
    releases,
    catalog,
    asOf: clock.now(),
    siteUrl: settings.SITE_URL,
    progress: say,
    signal,
  });
  publish({ releases, db: catalog.db, clock }, manifest.id);
  const flippedAt = clock.now();
  removeOld(releases);
  const seen = await showsRelease(url, manifest.id);
  const seenAt = seen ? clock.now() : null;
  say(`Release ${manifest.id} is current, built in ${seconds.all.toFixed(1)} s.`);
  if (!seen) say(`It cannot be read at ${url} yet. Is the origin well, and SITE_URL right?`);
  return { release: manifest.id, flippedAt, seenAt };
}
