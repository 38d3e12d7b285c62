import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notices } from '../../../db/catalog/schema.ts';
import { renderPages } from '../../../site/release/render.ts';
import { asOf, ids, smallCatalog } from '../small-catalog.ts';
import { linksOf, mainOf } from './built-site.ts';

/* The home page of a day on which hundreds of receipts end, and their results are due at one hour. */

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let html: string;

beforeAll(async () => {
  const catalog = await smallCatalog(join(folder, 'data'));
  const closing = catalog.db
    .select()
    .from(notices)
    .all()
    .find(({ id }) => id === ids.closing)!;
  for (let i = 0; i < 300; i++)
    catalog.db
      .insert(notices)
      .values({ ...closing, id: `20261${String(i).padStart(5, '0')}`, name: `등대마을 ${i} 바닷가 이름이 긴 단지` })
      .run();
  const facts = join(folder, 'facts.db');
  catalog.copyTo(facts);
  catalog.close();
  const client = join(folder, 'client');
  await renderPages({ work: folder, client, facts, asOf, siteUrl: 'https://lighthouse.example', notices: 420 });
  html = readFileSync(join(client, 'index.html'), 'utf8');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The part of the page under one heading. */
function section(heading: string) {
  const parts = html.split('<section');
  return parts.find((part) => new RegExp(`<h2>\\s*${heading}`).test(part)) ?? '';
}

test('it stays within its 14 kB', () => {
  expect(gzipSync(html).length).toBeLessThan(14_000);
});

test('it names some of what ends and is due today, counts the others and leads to them', () => {
  expect(mainOf(`<main>${section('오늘 마감')}`)).toMatch(/오늘 마감 301 .*오늘 마감 301건 모두 보기/);
  const due = section('오늘 결과 공개');
  expect(linksOf(due).filter((href) => /\d{10}/.test(href)).length).toBeLessThanOrEqual(12);
  expect(due).toMatch(/외 \d+건 모두 보기/);
  expect(linksOf(due)).toContain('/results/');
});

test('what ends today says its hour, and leaves room for the time that is left', () => {
  expect(section('오늘 마감')).toMatch(
    /<time datetime="2026-11-24T17:30:00\+09:00">17:30까지<\/time>\s*<span class="scripted" data-until="2026-11-24T17:30:00\+09:00">/,
  );
});

test('each day of the week leads into the calendar', () => {
  const days = section('이번 주 청약');
  expect(linksOf(days)[0]).toBe('/calendar/2026-11/#day-2026-11-24');
  expect(mainOf(`<main><section${days}`)).toContain('화 24 일 시작 1 건 마감 301 건 발표 1 건');
});

test('it leads to every way of finding and being told', () => {
  const links = linksOf(section('바로가기'));
  expect(links).toEqual(['/search/', '/map/', '/calendar/', '/guides/', '/score/', '/alerts/']);
});
