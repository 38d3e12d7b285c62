import { koreanDay, parseInstant, systemClock } from '../../db/clock.ts';
import type { Measured } from '../../site/status/measured.ts';
import { launchBrowser } from '../browser.ts';
import { publishedSite } from '../published-site.ts';
import { realRows } from '../real-rows.ts';
import { recordMeasured } from '../record-measured.ts';
import { freePort } from '../free-port.ts';
import { firstView } from './weight/first-view.ts';
import { lab, type Lab } from './weight/lab.ts';
import { heaviestPages, pageTypes } from './weight/page-types.ts';

/** A page gets three looks where the first is past a bound: the machine may have been busy. The best one counts. */
const looks = 3;

/**
 * Weighs the heaviest page of every type of a site of the real rows (of invented ones where those are not on the machine), and
 * lets Lighthouse look at it. Prints each figure beside its bound; past one, the exit code is 1.
 */
export async function bench(words: string[], record: boolean) {
  const site = await publishedSite('real', parseInstant('2025-06-18T11:00:00+09:00'));
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  const over: string[] = [];
  const weights: Measured['weights'] = {};
  const on = koreanDay(systemClock.now());
  try {
    console.log(`${realRows('odcloud') ? 'real' : 'invented'} rows: ${site.rows}; sizes in kB gzipped, of the bound\n`);
    console.log(
      'page type (pages)'.padEnd(28) +
        'HTML    CSS    JS     fonts  view     LCP s    CLS    TBT ms  perf a11y best seo   heaviest page',
    );
    for (const { type, path, count } of heaviestPages(site.client)) {
      if (words.length > 0 && !words.includes(type.name)) continue;
      const { bounds } = type;
      const url = new URL(path, site.url).href;
      const view = await firstView(browser, url, type.name === 'search, opened' ? 'input[type=search]' : undefined);
      const seen = await bestLook(() => lab(url, port, type.blindTo), type.performance, bounds.lcp);
      const kB = (bytes: number) => bytes / 1000;
      const { scores } = seen;
      weights[type.name] = { on, html: view.html, view: view.view, performance: scores.performance };
      const held: [what: string, figure: number, bound: number][] = [
        ['HTML', kB(view.html), bounds.html],
        ['CSS', kB(view.css), bounds.css],
        ['scripts', kB(view.js), bounds.js],
        ['fonts', kB(view.fonts), 0],
        ['first view', kB(view.view), bounds.view],
        ['LCP', seen.lcp, bounds.lcp],
        ['CLS', seen.cls, 0.0005],
        ['TBT', seen.tbt, 50],
        ['other hosts', view.hosts.length - 1, 0],
        ['performance lost', 100 - scores.performance, 100 - type.performance],
        ['accessibility lost', 100 - scores.accessibility, 5],
        ['best practices lost', 100 - scores['best-practices'], 5],
        ['SEO lost', 100 - scores.seo, 5],
      ];
      const past = held.filter(([, figure, bound]) => !(figure <= bound));
      over.push(
        ...past.map(([what, figure, bound]) => `${type.name} (${path}): ${what} ${figure.toFixed(2)} > ${bound}`),
      );
      const of = (figure: number, bound: number) => `${figure.toFixed(1)}/${bound}`;
      console.log(
        `${type.name} (${count})`.padEnd(28) +
          [
            of(kB(view.html), bounds.html).padEnd(8),
            of(kB(view.css), bounds.css).padEnd(7),
            of(kB(view.js), bounds.js).padEnd(7),
            kB(view.fonts).toFixed(0).padEnd(7),
            of(kB(view.view), bounds.view).padEnd(9),
            `${seen.lcp.toFixed(2)}/${bounds.lcp}`.padEnd(9),
            seen.cls.toFixed(3).padEnd(7),
            `${seen.tbt.toFixed(0)}/50`.padEnd(8),
            ...[scores.performance, scores.accessibility, scores['best-practices'], scores.seo].map((score) =>
              String(score).padEnd(5),
            ),
            path,
            ...(past.length > 0 ? [`PAST: ${past.map(([what]) => what).join(', ')} (${seen.lost.join(' ')})`] : []),
          ].join(''),
      );
    }
  } finally {
    await browser.close();
    await site.close();
  }
  for (const { name, blindTo = [] } of pageTypes)
    if (blindTo.length > 0)
      console.log(
        `\n${name}: without ${blindTo.join(', ')}, which needs what this page forbids itself; the other types have it.`,
      );
  console.log(over.length === 0 ? '\nWithin all bounds.' : `\nPast the bounds:\n${over.join('\n')}`);
  if (over.length > 0) process.exitCode = 1;
  if (record) recordMeasured({ weights });
}

async function bestLook(look: () => Promise<Lab>, performanceBound: number, lcpBound: number): Promise<Lab> {
  let best = await look();
  const good = ({ scores, lcp, tbt }: Lab) => scores.performance >= performanceBound && lcp <= lcpBound && tbt <= 50;
  for (let taken = 1; taken < looks && !good(best); taken++) {
    const again = await look();
    if (again.scores.performance >= best.scores.performance && again.lcp <= best.lcp + 0.05) best = again;
  }
  return best;
}
