import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noticeLine } from '../../../db/catalog/notice-line.ts';
import type { Catalog } from '../../../db/catalog/open.ts';
import { publication, usualHours } from '../../../db/catalog/publication.ts';
import { notices } from '../../../db/catalog/schema.ts';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { nextPublications } from '../../../site/status/next-publications.ts';
import { freshCatalog } from '../../fresh.ts';
import { asOf, ids, smallCatalog } from '../small-catalog.ts';
import { after } from './eventful.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let catalog: Catalog;

beforeAll(async () => {
  catalog = await smallCatalog(folder);
  const given = { by: '김등대', because: '확인', orderedAt: '2026-11-24T09:00:00+09:00' };
  takeOrders(catalog.db, [
    { action: 'move', noticeId: ids.closed, to: '2026-12-24T21:00:00+09:00', results: 'competition', ...given },
    { action: 'move', noticeId: ids.withoutRows, to: '2026-12-23T09:00:00+09:00', results: 'score', ...given },
    { action: 'extend', noticeId: ids.closing, until: '2026-11-24T23:00:00+09:00', ...given },
    { action: 'hold', noticeId: ids.upcoming, ...given },
  ]);
});

afterAll(() => {
  catalog.close();
  rmSync(folder, { recursive: true, force: true });
});

test('none is to come where there are no notices', () => {
  expect(nextPublications(freshCatalog().db, asOf, 5)).toEqual([]);
});

test('an instant tells of how many notices which results become public', () => {
  expect(nextPublications(catalog.db, asOf, 2)).toEqual([
    { at: { datetime: '2026-11-25T01:00:00+09:00', words: '11월 25일(수) 01:00' }, competition: '1건', score: '-' },
    { at: { datetime: '2026-11-25T19:30:00+09:00', words: '11월 25일(수) 19:30' }, competition: '2건', score: '-' },
  ]);
});

test('at any hour they are those after it that all notices have, and none is lost', () => {
  const lines = catalog.db.select(noticeLine).from(notices).all();
  const all = lines.flatMap((line) =>
    (['competition', 'score'] as const)
      .filter((kind) => kind === 'competition' || line.kind === 'apt')
      .map((kind) => ({ kind, time: publication(line, kind, usualHours)?.getTime() ?? 0 })),
  );
  for (let hours = -40 * 24; hours < 40 * 24; hours += 7.5) {
    const now = after(asOf, hours * 3_600_000);
    const coming = Map.groupBy(
      all.filter(({ time }) => time > now.getTime()).sort((a, b) => a.time - b.time),
      ({ time }) => time,
    );
    const count = (some: typeof all, kind: string) => some.filter((each) => each.kind === kind).length;
    expect(
      nextPublications(catalog.db, now, 1_000).map(({ at, competition, score }) => [
        Date.parse(at.datetime),
        Number.parseInt(competition) || 0,
        Number.parseInt(score) || 0,
      ]),
    ).toEqual([...coming].map(([time, some]) => [time, count(some, 'competition'), count(some, 'score')]));
  }
});
