import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { regions } from '../../../content/regions.ts';
import { ids } from '../small-catalog.ts';
import { type BuiltPage, linksOf, pagesIn, textOf } from './built-site.ts';
import { htmlRules } from './html-rules.ts';
import { renderSite, siteUrl } from './render-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let client: string;
let pages: BuiltPage[];

beforeAll(async () => {
  client = await renderSite(folder, 'site', { example: true });
  pages = pagesIn(client);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is wrong with which page. */
function wrong(look: (page: BuiltPage) => string[]) {
  return pages.flatMap((page) => look(page).map((what) => `${page.path} ${what}`));
}

const validator = new HtmlValidate(htmlRules);

test('every page is valid HTML', { timeout: 60_000 }, () => {
  const found = wrong(({ html }) =>
    validator
      .validateStringSync(html)
      .results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  );
  expect(found.slice(0, 20)).toEqual([]);
});

test('there is a page for every notice, its results, every place, kind and year', () => {
  const paths = new Set(pages.map(({ path }) => path));
  for (const id of Object.values(ids)) {
    expect(paths).toContain(`/notices/${id}/`);
    expect(paths).toContain(`/results/${id}/`);
  }
  expect([...paths].filter((path) => /^\/notices\/region\/[a-z]+\/$/.test(path))).toHaveLength(17);
  expect([...paths].filter((path) => /^\/notices\/region\/[a-z]+\/[a-z-]+\/$/.test(path))).toHaveLength(
    regions.flatMap(({ sigungu }) => sigungu).length,
  );
  expect([...paths].filter((path) => /^\/notices\/kind\/[a-z-]+\/$/.test(path))).toHaveLength(6);
  expect(paths).toContain('/notices/2025/2/');
  expect(paths).toContain('/notices/region/gyeonggi/2025/2/');
  expect(paths).toContain('/notices/region/gyeonggi/suwon-si/1/');
  expect(paths).toContain('/notices/kind/apt/2025/2/');
  expect(paths).toContain('/404.html');
});

test('every link of ours leads to a page, and to a part that it has', () => {
  const anchors = new Map(
    pages.map(({ path, html }) => [path, new Set([...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id))]),
  );
  // Written beside the pages by the release.
  const data =
    /^(\/data\/([a-z-]+\.(json|csv|schema\.json)|SHA256SUMS|LICENSE\.txt|snapshots\/[\d-]+\.zip|snapshots\/index\.json)|(webcal:\/\/lighthouse\.example)?\/feeds\/[a-z/-]+\.(json|schema\.json|atom|ics)|\/notices\/\d+\/schedule\.ics|\/status\/asof\.json)$/;
  const found = wrong(({ path, html }) =>
    linksOf(html).flatMap((href) => {
      if (/^(https?|tel):/.test(href) || data.test(href)) return [];
      const [target, part] = href.replace(/\?[^#]*/, '').split('#');
      const parts = anchors.get(target || path);
      return !parts ? [`links to ${href}, which is no page`] : part && !parts.has(part) ? [`has no part ${href}`] : [];
    }),
  );
  expect(found).toEqual([]);
});

test('every notice can be reached from the first page, those of past years through the archive', () => {
  const links = new Map(pages.map(({ path, html }) => [path, linksOf(html).map((href) => href.split('#')[0]!)]));
  const reached = new Set(['/']);
  for (const path of reached) for (const href of links.get(path) ?? []) if (links.has(href)) reached.add(href);
  const lost = pages.filter(({ path }) => !reached.has(path)).map(({ path }) => path);
  expect(lost.filter((path) => /^\/(notices|results)\/\d{10}\/$/.test(path))).toEqual([]);
});

test('every page has one h1, a title, a description and a language', () => {
  const found = wrong(({ html }) => [
    ...(html.match(/<h1\b/g)?.length === 1 ? [] : ['has not one h1']),
    ...(/<html lang="ko"[ >]/.test(html) ? [] : ['says no language']),
    ...(/<title>[^<]{6,}<\/title>/.test(html) ? [] : ['has no title']),
    ...(/<meta name="description" content="[^"]{6,}"/.test(html) ? [] : ['has no description']),
  ]);
  expect(found).toEqual([]);
});

test('titles and addresses are each one page’s own', () => {
  const titles = pages.map(({ html }) => /<title>(.*?)<\/title>/.exec(html)![1]!);
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  const found = wrong(({ path, html }) => {
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
    const expected =
      path === '/404.html' || /^\/(alerts\/unavailable|offline)\//.test(path) ? undefined : siteUrl + path;
    return canonical === expected ? [] : [`has the address ${canonical}`];
  });
  expect(found).toEqual([]);
});

test('no page says what only programs say', () => {
  const found = wrong(
    ({ html }) => textOf(html).match(/\b(undefined|null|NaN|Invalid|Infinity)\b|\[object|\$\{/g) ?? [],
  );
  expect(found).toEqual([]);
});

test('no page carries a script, a style or a handler of its own, or an address that is none', () => {
  const found = wrong(({ html }) => [
    ...(html
      .replace(/<script type="(?:module" src="\/_astro\/[^"]+"><|application\/ld\+json">[^<]*<)\/script>/g, '')
      .replace(/="[^"]*"/g, '=""')
      .match(/<script\b|<style\b|\sstyle=|\son[a-z]+=/g) ?? []),
    ...(html.match(/\s(?:href|src)="(?:javascript|data):/gi) ?? []),
  ]);
  expect(found).toEqual([]);
});

test('links to other sites tell them nothing of the reader, and show that they lead away', () => {
  const found = wrong(({ html }) =>
    (html.match(/<a\b[^>]*href="https?:[^>]*>/g) ?? []).filter(
      (link) => !link.includes('rel="noopener noreferrer"') || !/class="[^"]*outside/.test(link),
    ),
  );
  expect(found).toEqual([]);
});

test('pages weigh at most 14 kB, their styles at most 10 kB', () => {
  expect(
    wrong(({ html }) => (gzipSync(html).length > 14_000 ? [`weighs ${gzipSync(html).length} bytes`] : [])),
  ).toEqual([]);
  const styles = globSync('**/*.css', { cwd: client });
  const weight = (file: string) => gzipSync(readFileSync(join(client, file))).length;
  const shared = styles.filter((file) => pages.every(({ html }) => html.includes(`/${file}"`)));
  expect(shared).toHaveLength(1);
  // What one kind of page needs comes on top there.
  const own = styles.filter((file) => file !== shared[0]).map(weight);
  expect(weight(shared[0]!) + Math.max(0, ...own)).toBeLessThan(10_000);
});

test('the styles hold no name that is not defined', () => {
  const css = globSync('**/*.css', { cwd: client })
    .map((file) => readFileSync(join(client, file), 'utf8'))
    .join('');
  const defined = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  const used = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
  expect(used.filter((name) => !defined.has(name))).toEqual([]);
  expect([...defined].filter((name) => !used.includes(name))).toEqual([]);
});

test('example data says so on every page, and asks not to be listed', () => {
  const found = wrong(({ html }) => [
    ...(textOf(html).includes('예시 데이터입니다. 실제 공고가 아닙니다.')
      ? []
      : ['does not say that it is an example']),
    ...(/<title>\[예시\] /.test(html) ? [] : ['does not say so in its title']),
    ...(html.includes('<meta name="robots" content="noindex">') ? [] : ['may be listed']),
  ]);
  expect(found).toEqual([]);
});

test('robots.txt and the mark are there', () => {
  expect(readFileSync(join(client, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${siteUrl}/sitemap.xml`);
  expect(existsSync(join(client, 'favicon.svg'))).toBe(true);
});
