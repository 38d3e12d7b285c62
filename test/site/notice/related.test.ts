import { eq } from 'drizzle-orm';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { noticeWithId } from '../../../db/catalog/notice.ts';
import type { Facts } from '../../../db/catalog/open.ts';
import { notices } from '../../../db/catalog/schema.ts';
import { relatedTo } from '../../../site/notice/related.ts';
import { freshFolder } from '../../fresh.ts';
import { asOf, ids, smallCatalog } from '../small-catalog.ts';

let db: Facts;

beforeEach(async () => {
  const catalog = await smallCatalog(freshFolder());
  onTestFinished(() => catalog.close());
  db = catalog.db;
});

function change(id: string, facts: Partial<typeof notices.$inferInsert>) {
  db.update(notices).set(facts).where(eq(notices.id, id)).run();
}

function relatedOf(id: string, at = asOf) {
  return relatedTo(db, noticeWithId(db, id), at);
}

/** What is said of one notice on the page of another. */
function aboutOn(id: string, other: string, at = asOf) {
  return relatedOf(id, at).samePlace.find(({ href }) => href === `/notices/${other}/`)?.about;
}

test('a current notice stands beside the five newest of its 시군구, itself left out', () => {
  const hrefs = relatedOf(ids.closing).samePlace.map(({ href }) => href);
  expect(hrefs).toEqual([ids.upcoming, ids.closed, ids.doubtful].map((id) => `/notices/${id}/`));
});

test('a notice of the past stands beside those before it, so that a new one does not change its page', () => {
  change('2025000105', { announcedOn: '2026-11-24' });
  const names = relatedOf('2025000040').samePlace.map(({ name }) => name);
  expect(names).toEqual([39, 38, 37, 36, 35].map((i) => `수원 ${i}단지`));
});

test('other notices of the same complex lead, and are not told twice', () => {
  change(ids.doubtful, { name: '등대마을 둘째 단지(조합원 취소분)' });
  const { sameComplex, samePlace } = relatedOf(ids.closing);
  expect(sameComplex.map(({ name }) => name)).toEqual(['등대마을 둘째 단지(조합원 취소분)']);
  expect(samePlace.map(({ href }) => href)).not.toContain(`/notices/${ids.doubtful}/`);
});

test('the same name in another 시군구 is another complex, and without a 시군구 nothing is near', () => {
  change(ids.open, { name: '등대마을 둘째 단지' });
  expect(relatedOf(ids.closing).sameComplex).toEqual([]);
  expect(relatedOf(ids.placeless)).toEqual({ sameComplex: [], samePlace: [], notes: [] });
});

test('a result is told from its instant on, and said to be computed', () => {
  expect(aboutOn(ids.closing, ids.closed)).toMatch(/ · 1순위 33\.32 : 1$/);
  expect(relatedOf(ids.closing).notes).toHaveLength(1);
});

test('rows that are there before their instant are told by nobody, whoever was told later', () => {
  const instant = new Date('2026-11-20T19:30:00+09:00');
  expect(aboutOn(ids.closing, ids.closed, instant)).toContain('1순위');
  expect(aboutOn(ids.closing, ids.closed, new Date(instant.getTime() - 1))).not.toContain('1순위');
});

test.each([
  ['held', { held: true }],
  ['moved', { competitionMovedTo: '2026-11-24T10:00:01.000Z' }],
])('what the operator has %s is told by nobody, though its rows are there', (_, order) => {
  change(ids.closed, order);
  expect(aboutOn(ids.closing, ids.closed)).not.toContain('1순위');
});
