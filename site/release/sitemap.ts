import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Most addresses that one sitemap may hold (sitemaps.org). */
const most = 50_000;
/** Pages that are answers to something gone wrong, not places to go to. */
const hidden = ['/alerts/unavailable/', '/offline/'];

/** Writes `sitemap.xml`, an index of `sitemap-1.xml` …, over every page of a finished site. No dates: they would tell of data. */
export function writeSitemap(client: string, siteUrl: string) {
  const base = siteUrl.replace(/\/$/, '');
  const pages = pagesIn(client)
    .filter((path) => !hidden.includes(path))
    .sort();
  const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, i) => pages.slice(i * most, (i + 1) * most));
  parts.forEach((paths, i) =>
    writeFileSync(
      join(client, `sitemap-${i + 1}.xml`),
      xml(
        'urlset',
        'url',
        paths.map((path) => base + path),
      ),
    ),
  );
  writeFileSync(
    join(client, 'sitemap.xml'),
    xml(
      'sitemapindex',
      'sitemap',
      parts.map((_, i) => `${base}/sitemap-${i + 1}.xml`),
    ),
  );
}

function pagesIn(client: string) {
  return (readdirSync(client, { recursive: true }) as string[])
    .map((path) => `/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('/index.html'))
    .map((path) => path.slice(0, -'index.html'.length));
}

function xml(root: string, entry: string, locations: string[]) {
  const lines = locations.map((location) => `<${entry}><loc>${encodeURI(location)}</loc></${entry}>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</${root}>\n`;
}
