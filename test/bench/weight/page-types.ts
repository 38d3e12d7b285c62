import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

type PageType = {
  name: string;
  /** Addresses of the pages of this type. */
  pages: RegExp;
  /** In kB of 1,000 bytes: HTML, CSS and scripts gzipped, first view as it is sent; LCP in seconds. */
  bounds: { html: number; css: number; js: number; view: number; lcp: number };
  /** Lighthouse's performance, the other three being 95. */
  performance: number;
  /** Audits of Lighthouse that need what a page of this type forbids itself. They judge the whole site, so the others have them. */
  blindTo?: string[];
};

const usual = { html: 14, css: 10, js: 6, view: 35, lcp: 1.2 };

/** The budgets of docs and design, a row a page type. */
export const pageTypes: PageType[] = [
  { name: 'home', pages: /^\/$/, bounds: usual, performance: 100 },
  { name: 'list', pages: /^\/notices\/((region|kind)\/.*|\d{4}\/.*)?$/, bounds: usual, performance: 100 },
  { name: 'notice', pages: /^\/notices\/\d{10}\/$/, bounds: usual, performance: 100 },
  { name: 'results', pages: /^\/results\/$/, bounds: usual, performance: 100 },
  { name: 'results of a notice', pages: /^\/results\/\d{10}\/$/, bounds: usual, performance: 100 },
  { name: 'history', pages: /^\/results\/(region|kind)\//, bounds: usual, performance: 95 },
  { name: 'calendar', pages: /^\/calendar\//, bounds: usual, performance: 95 },
  { name: 'guide', pages: /^\/(guides|glossary)\//, bounds: usual, performance: 95 },
  // `connect-src 'none'`: not even Lighthouse can fetch robots.txt from there.
  { name: 'score', pages: /^\/score\/$/, bounds: { ...usual, js: 12 }, performance: 95, blindTo: ['robots-txt'] },
  { name: 'map, untouched', pages: /^\/map\//, bounds: { ...usual, view: 60, lcp: 1.5 }, performance: 95 },
  { name: 'search, opened', pages: /^\/search\/$/, bounds: { ...usual, js: 12, view: 75 }, performance: 95 },
  { name: 'compare', pages: /^\/(compare|saved)\/$/, bounds: { ...usual, js: 12, view: 75 }, performance: 95 },
  { name: 'alerts', pages: /^\/alerts\/$/, bounds: usual, performance: 95 },
  { name: 'the rest', pages: /./, bounds: usual, performance: 95 },
];

/** The heaviest page of each type, by its gzipped bytes. */
export function heaviestPages(client: string) {
  const pages = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html'))
    .map((file) => ({
      path: `/${file.slice(0, -'index.html'.length)}`,
      bytes: statSync(join(client, `${file}.gz`), { throwIfNoEntry: false })?.size ?? statSync(join(client, file)).size,
    }))
    .sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  return pageTypes.flatMap((type) => {
    const its = pages.filter(({ path }) => pageTypes.find(({ pages: of }) => of.test(path)) === type);
    return its[0] ? [{ type, ...its[0], count: its.length }] : [];
  });
}
