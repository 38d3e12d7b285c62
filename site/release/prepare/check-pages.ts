import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../manifest.ts';

/** Bytes of a page as it is sent, gzip. */
const largest = 14 * 1024;

/**
 * Holds pages that nobody has seen yet against the budget and against the files of their release. Which page it is stays
 * closed: that a page grew says something of what is in it.
 * @returns a sentence for each rule that is broken. Official results are not kept back for it.
 */
export function checkPages(client: string, { files }: Manifest, paths: string[]): string[] {
  const pages = paths.filter((path) => path.endsWith('.html'));
  const isHeavy = (path: string) => (files[path]!.gz?.bytes ?? files[path]!.bytes) > largest;
  const leadsNowhere = (path: string) =>
    linksIn(readFileSync(join(client, path), 'utf8')).some((link) => !Object.hasOwn(files, link));
  const which = 'It is sealed all the same; which page it is, the release will tell after its instant.';
  return [
    ...(pages.some(isHeavy) ? [`A page of the prepared site is over ${largest / 1024} kB (gzip). ${which}`] : []),
    ...(pages.some(leadsNowhere) ? [`A page of the prepared site links to a page that is not there. ${which}`] : []),
  ];
}

/** The files of our own that a page names. */
function linksIn(html: string) {
  return [...html.matchAll(/\s(?:href|src)="\/([^"?#]*)/g)].map(([, path]) => {
    const file = decodeURI(path!);
    return file === '' || file.endsWith('/') ? `${file}index.html` : file;
  });
}
