import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseInstant } from '../../db/clock.ts';
import { heaviestPages } from '../bench/weight/page-types.ts';
import { launchBrowser } from '../browser.ts';
import { publishedSite, type PublishedSite } from '../published-site.ts';
import { realRows, withoutRealRows } from '../real-rows.ts';
import { htmlRules } from '../site/pages/html-rules.ts';

/*
 * The whole site as readers get it, from the origin: of the example, and of the real notices where they are. Of each type of
 * page the heaviest is looked at closely.
 */

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

describe.each([
  { rows: 'example', asOf: '2026-11-24T10:00:00+09:00' },
  { rows: 'real', asOf: '2025-06-18T11:00:00+09:00' },
] as const)('the $rows notices', ({ rows, asOf }) => {
  const missing = rows === 'real' && !realRows('odcloud');
  if (missing) console.log(`the whole site of the real notices: ${withoutRealRows}`);
  describe.skipIf(missing)('make a site', () => {
    let site: PublishedSite;
    let heaviest: string[];

    beforeAll(async () => {
      site = await publishedSite(rows, parseInstant(asOf));
      heaviest = heaviestPages(site.client).map(({ path }) => path);
    }, 120_000);

    afterAll(() => site?.close());

    test('of which every link leads to a page, a file, or a part of one', { timeout: 120_000 }, () => {
      expect(brokenLinks(site.client)).toEqual([]);
    });

    test('of valid HTML', { timeout: 120_000 }, () => {
      const validator = new HtmlValidate(htmlRules);
      const found = heaviest.flatMap((path) =>
        validator
          .validateStringSync(readFileSync(join(site.client, path, 'index.html'), 'utf8'))
          .results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${path} ${ruleId}: ${message}`)),
      );
      expect(found.slice(0, 20)).toEqual([]);
    });

    test.each([
      { colorScheme: 'light', scripts: true },
      { colorScheme: 'dark', scripts: true },
      { colorScheme: 'light', scripts: false },
      { colorScheme: 'dark', scripts: false },
    ] as const)(
      'in which axe finds nothing to mend ($colorScheme, scripts $scripts)',
      { timeout: 120_000 },
      async (screen) => {
        const found = await visit(site, heaviest, { width: 390, ...screen }, async (page) => {
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate(() =>
            (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
          );
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        expect(found).toEqual([]);
      },
    );

    test('that a keyboard alone can walk, seeing where it is', { timeout: 240_000 }, async () => {
      expect(await visit(site, heaviest, { width: 1280 }, walkByKeyboard)).toEqual([]);
    });

    test('that can be read at 200 % zoom, and with letters twice as large', { timeout: 120_000 }, async () => {
      // A browser that zooms to 200 % gives a page half of the width and height.
      const tooWide = (page: Page) =>
        page.evaluate(() => {
          const over = document.documentElement.scrollWidth - innerWidth;
          const shut = [...document.querySelectorAll('main :is(p, li, a, td, th, dd, h1, h2)')].filter((each) => {
            const { overflowX } = getComputedStyle(each);
            return overflowX === 'hidden' && each.scrollWidth > each.clientWidth + 1 && !each.closest('.unseen');
          });
          return [
            ...(over > 0 ? [`is ${over} px too wide`] : []),
            ...shut.slice(0, 3).map((each) => `cuts off ${each.textContent?.trim().slice(0, 40)}`),
          ];
        });
      expect(await visit(site, heaviest, { width: 640, height: 400 }, tooWide)).toEqual([]);
      const withLargeLetters = await launchBrowser(['--blink-settings=defaultFontSize=32']);
      const large = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      expect(await visit(site, ['/'], { width: 640 }, async (page) => [await large(page)], withLargeLetters)).toEqual([
        '/ 20px', // twice KRDS's tenth
      ]);
      const larger = await visit(site, heaviest, { width: 640 }, tooWide, withLargeLetters);
      await withLargeLetters.close();
      expect(larger).toEqual([]);
    });

    test('that asks no other host, and says nothing on the console', { timeout: 120_000 }, async () => {
      const told: string[] = [];
      const context = await browser.newContext({ viewport: { width: 390, height: 800 }, bypassCSP: false });
      const page = await context.newPage();
      page.on('request', (request) => {
        if (!request.url().startsWith(site.url)) told.push(request.url());
      });
      page.on('response', (response) => {
        if (response.status() >= 400) told.push(`${response.status()} ${response.url()}`);
      });
      page.on('console', (message) => told.push(`${page.url()} says ${message.text()}`));
      page.on('pageerror', (error) => told.push(`${page.url()} throws ${error.message}`));
      for (const path of heaviest) await page.goto(new URL(path, site.url).href, { waitUntil: 'networkidle' });
      await context.close();
      expect(told).toEqual([]);
    });
  });
});

type Screen = { width: number; height?: number; colorScheme?: 'light' | 'dark'; scripts?: boolean };

/** What `look` has to say of each page, on one screen. The style of each page is fully there: nothing moves in any more. */
async function visit(
  site: PublishedSite,
  paths: string[],
  screen: Screen,
  look: (page: Page) => Promise<string[]>,
  by = browser,
) {
  const { width, height = 800, scripts = true, ...rest } = screen;
  const context = await by.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    bypassCSP: true,
    ...rest,
  });
  const page = await context.newPage();
  // axe itself needs scripts: so the page's own do not come, and what is theirs is not shown.
  if (!scripts) await page.route('**/*.js', (route) => route.abort());
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(new URL(path, site.url).href, { waitUntil: 'load' });
    if (!scripts) await page.addStyleTag({ content: '.scripted { display: none }' });
    for (const each of await look(page)) found.push(`${path} ${each}`);
  }
  await context.close();
  return found;
}

/** Tabs from the top of a page to its end: every stop can be seen, none comes twice, the last is in the footer. */
async function walkByKeyboard(page: Page) {
  const found: string[] = [];
  let before = -1;
  for (let stops = 0; stops < 1_500; stops++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      const all = [...document.querySelectorAll('*')];
      const style = getComputedStyle(at);
      const row = getComputedStyle(at, '::after');
      const { width, height } = at.getBoundingClientRect();
      // A tile of the map shows it by the line around it.
      const drawn = at instanceof SVGElement ? [...at.children].map((each) => getComputedStyle(each)) : [];
      return {
        place: all.indexOf(at),
        words: `${at.tagName} ${at.textContent?.trim().slice(0, 30)}`,
        seen:
          width + height > 0 &&
          ([style, row].some((of) => of.outlineStyle !== 'none' && parseFloat(of.outlineWidth) >= 2) ||
            drawn.some(({ stroke, strokeWidth }) => stroke !== 'none' && parseFloat(strokeWidth) >= 4)),
        last: at.closest('footer') !== null,
      };
    });
    if (!stop) return found;
    if (!stop.seen) found.push(`does not show that ${stop.words} has the focus`);
    if (stop.place <= before) return [...found, `goes back to ${stop.words}`];
    before = stop.place;
  }
  return [...found, 'does not end'];
}

/** Links of all pages to what is not in the site, each once. */
function brokenLinks(client: string) {
  const files = new Set(globSync('**/*', { cwd: client }).map((file) => `/${file}`));
  const parts = new Map<string, Set<string>>();
  const pages = [...files].filter((file) => file.endsWith('.html'));
  const wanted = new Map<string, string>();
  for (const file of pages) {
    const html = readFileSync(join(client, file), 'utf8');
    const path = file.replace(/index\.html$/, '');
    parts.set(path, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!)));
    for (const [, href] of html.matchAll(/<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="(\/[^"]*|#[^"]*)"/g))
      wanted.set(href!.startsWith('#') ? path + href : href!.replaceAll('&amp;', '&'), path);
  }
  return [...wanted].flatMap(([href, from]) => {
    const [place = '', part] = href.split('#');
    const path = decodeURI(place.split('?')[0]!);
    if (!parts.has(path) && !files.has(path)) return [`${from} links to ${href}, which is not there`];
    return part && !parts.get(path)?.has(part) ? [`${from} links to ${href}, which has no such part`] : [];
  });
}
