import { join } from 'node:path';
import { countNotices } from '../../db/catalog/count-notices.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { readSettings } from '../../db/settings.ts';
import { writeCards } from '../cards/write-cards.ts';
import { writeCompare } from '../compare/write-compare.ts';
import { writeSearch } from '../search/write-search.ts';
import { openPrivateCopy } from '../../db/catalog/private-copy.ts';
import type { Snapshot } from '../../db/catalog/schema.ts';
import { allSnapshots, forgetSnapshots } from '../../db/catalog/snapshots.ts';
import { writeMap } from '../map/write-map.ts';
import { writeFeeds } from './feeds/write-feeds.ts';
import { writeSubscriptions } from './feeds/write-subscriptions.ts';
import { writeHeaderFiles } from './header-files.ts';
import { writeOpenData } from './open-data.ts';
import { renderPages } from './render.ts';
import { writeSecurityTxt } from './security-txt.ts';
import { writeServiceWorker } from './service-worker.ts';
import { writeSitemap } from './sitemap.ts';
import { placeSnapshots } from './snapshots/place-snapshots.ts';
import { shownSnapshots } from './snapshots/shown-snapshots.ts';

export type SiteOptions = {
  /** The facts, and the file of a copy of them that the rendering processes read. */
  db: Facts;
  copy: string;
  /** The one instant that every page speaks of. */
  asOf: Date;
  siteUrl: string;
  /** Folder of a release whose pictures stand in for those drawn from the same; null to draw all. */
  earlier?: string | null;
  /** Folder that gets the finished site in `client/`, and what a web server needs beside it. */
  work: string;
  /** Folder of the archived open data. */
  snapshots: string;
  /** What is rendered is not public yet: nothing that the renderer says goes on. */
  closed?: boolean;
  say?: (line: string) => void;
  signal?: AbortSignal | undefined;
};

/**
 * Makes all files of the site as of one instant. The same facts and instant give the same bytes.
 * @returns how many seconds the pages took.
 */
export async function makeSite(options: SiteOptions) {
  const { db, copy, asOf, siteUrl, earlier = null, work, snapshots, closed = false, say = () => {}, signal } = options;
  const client = join(work, 'client');
  const shown = shownSnapshots(db, snapshots, asOf, say);
  leaveOut(db, copy, shown);
  const begun = performance.now();
  await renderPages({ work, client, facts: copy, asOf, siteUrl, notices: countNotices(db), closed, signal });
  const seconds = (performance.now() - begun) / 1000;
  await writeCards({ db, client, asOf, earlier, signal });
  writeOpenData(db, join(client, 'data'), asOf);
  placeSnapshots(shown, snapshots, client, closed);
  writeFeeds(db, join(client, 'feeds'), asOf);
  writeSearch(db, join(client, 'search'));
  writeCompare(db, join(client, 'compare'));
  writeSubscriptions(db, client, { asOf, siteUrl });
  writeMap(db, join(client, 'map'), asOf);
  await writeServiceWorker(client);
  writeSecurityTxt(client, readSettings().SECURITY_CONTACT, asOf, siteUrl);
  writeSitemap(client, siteUrl);
  writeHeaderFiles(work);
  return seconds;
}

/** Pages list the archived days of the copy that they are made from: those that readers may not have leave it. */
function leaveOut(db: Facts, copy: string, shown: Snapshot[]) {
  const days = new Set(shown.map(({ day }) => day));
  const others = allSnapshots(db).flatMap(({ day }) => (days.has(day) ? [] : [day]));
  if (others.length === 0) return;
  const facts = openPrivateCopy(copy);
  try {
    forgetSnapshots(facts.db, others);
  } finally {
    facts.close();
  }
}
