import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The twelve main pages of a finished site, by what they are; of notices and results those that its own lists name first. */
export function mainPages(client: string) {
  const first = (list: string, link: RegExp) => link.exec(mainOf(client, list))?.[1] ?? list;
  const month = first('/calendar/', /href="(\/calendar\/\d{4}-\d\d\/)"/);
  return [
    { name: 'home', path: '/' },
    { name: 'notices', path: '/notices/' },
    { name: 'notice', path: first('/', /href="(\/notices\/\d{10}\/)"/) },
    { name: 'results', path: '/results/' },
    { name: 'result', path: first('/results/region/gyeonggi/', /href="(\/results\/\d{10}\/)"/) },
    { name: 'history', path: '/results/region/gyeonggi/' },
    { name: 'map', path: '/map/' },
    { name: 'calendar', path: month },
    { name: 'search', path: '/search/' },
    { name: 'guide', path: '/guides/competition/' },
    { name: 'score', path: '/score/' },
    { name: 'compare', path: '/compare/' },
  ];
}

function mainOf(client: string, path: string) {
  return readFileSync(join(client, path, 'index.html'), 'utf8').replace(/^.*<main\b/s, '');
}
