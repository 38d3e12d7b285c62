import { join } from 'node:path';
import { countNotices } from '../../db/catalog/count-notices.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { writeFeeds } from './feeds/write-feeds.ts';
import { writeHeaderFiles } from './header-files.ts';
import { writeOpenData } from './open-data.ts';
import { renderPages } from './render.ts';
import { writeSitemap } from './sitemap.ts';

export type SiteOptions = {
  /** The facts, and the file of a copy of them that the rendering processes read. */
  db: Facts;
  copy: string;
  /** The one instant that every page speaks of. */
  asOf: Date;
  siteUrl: string;
  /** Folder that gets the finished site in `client/`, and what a web server needs beside it. */
  work: string;
  /** What is rendered is not public yet: nothing that the renderer says goes on. */
  closed?: boolean;
  signal?: AbortSignal | undefined;
};

/**
 * Makes all files of the site as of one instant. The same facts and instant give the same bytes.
 * @returns how many seconds the pages took.
 */
export async function makeSite({ db, copy, asOf, siteUrl, work, closed = false, signal }: SiteOptions) {
  const client = join(work, 'client');
  const begun = performance.now();
  await renderPages({ work, client, facts: copy, asOf, siteUrl, notices: countNotices(db), closed, signal });
  const seconds = (performance.now() - begun) / 1000;
  writeOpenData(db, join(client, 'data'), asOf);
  writeFeeds(db, join(client, 'feeds'), asOf);
  writeSitemap(client, siteUrl);
  writeHeaderFiles(work);
  return seconds;
}
