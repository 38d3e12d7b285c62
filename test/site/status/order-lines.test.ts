import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog } from '../../../db/catalog/open.ts';
import type { PublicationOrder } from '../../../db/publications/order.ts';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { orderLines } from '../../../site/status/order-lines.ts';
import { freshCatalog } from '../../fresh.ts';
import { ids, smallCatalog } from '../small-catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let catalog: Catalog;

beforeAll(async () => {
  catalog = await smallCatalog(folder);
});

afterAll(() => {
  catalog.close();
  rmSync(folder, { recursive: true, force: true });
});

const given = { by: '김등대', because: '확인이 끝나지 않았습니다.', orderedAt: '2026-11-24T15:02:00+09:00' };

function told(order: PublicationOrder) {
  takeOrders(catalog.db, [order]);
  const { what, when, about } = orderLines(catalog.db).lines[0]!;
  return { what, when: when?.words ?? null, ...about };
}

test('where nothing was ordered nothing is told', () => {
  expect(orderLines(freshCatalog().db)).toEqual({ lines: [], older: 0 });
});

test('an order tells what, about which notice, who, why and when', () => {
  takeOrders(catalog.db, [{ action: 'hold', noticeId: ids.open, ...given }]);
  expect(orderLines(catalog.db)).toEqual({
    lines: [
      {
        what: '발표 보류',
        when: null,
        about: { words: '등대마을 첫째 단지', href: `/notices/${ids.open}/` },
        by: '김등대',
        because: '확인이 끝나지 않았습니다.',
        at: { datetime: '2026-11-24T15:02:00+09:00', words: '2026년 11월 24일(화) 15:02' },
      },
    ],
    older: 0,
  });
});

test('each kind of order has its words', () => {
  const noticeId = ids.open;
  const about = { words: '등대마을 첫째 단지', href: `/notices/${ids.open}/` };
  expect(told({ action: 'resume', noticeId, ...given })).toEqual({ what: '보류 해제', when: null, ...about });
  expect(told({ action: 'move', noticeId, to: '2026-11-25T21:00:00+09:00', results: 'competition', ...given })).toEqual(
    { what: '경쟁률·특별공급 발표 변경', when: '2026년 11월 25일(수) 21:00', ...about },
  );
  expect(told({ action: 'move', noticeId, to: '2027-01-02T09:00:00+09:00', results: 'score', ...given })).toEqual({
    what: '당첨 가점 발표 변경',
    when: '2027년 1월 2일(토) 09:00',
    ...about,
  });
  expect(told({ action: 'extend', closingOn: '2026-11-24', until: '2026-11-24T23:00:00+09:00', ...given })).toEqual({
    what: '접수 연장',
    when: '2026년 11월 24일(화) 23:00까지',
    words: '2026년 11월 24일(화)에 접수를 마감하는 모든 공고',
    href: null,
  });
});

test('a notice that the catalog does not know is told by its number, and no link leads there', () => {
  expect(told({ action: 'hold', noticeId: '2026999999', ...given })).toMatchObject({
    words: '공고번호 2026999999',
    href: null,
  });
});

test('the newest lead, and there are never more than 30', () => {
  takeOrders(
    catalog.db,
    Array.from({ length: 34 }, (_, i) => ({ action: 'resume', noticeId: ids.open, ...given, by: `운영자 ${i + 1}` })),
  );
  const { lines, older } = orderLines(catalog.db);
  expect(lines.map(({ by }) => by)).toEqual(Array.from({ length: 30 }, (_, i) => `운영자 ${34 - i}`));
  expect(older).toBe(4);
});

test('reasons are never cut: where they are long, fewer orders are told', () => {
  const long = { by: '가'.repeat(500), because: '나'.repeat(500) };
  takeOrders(
    catalog.db,
    Array.from({ length: 5 }, () => ({ action: 'resume', noticeId: ids.open, ...given, ...long })),
  );
  const { lines, older } = orderLines(catalog.db);
  expect([lines.length, older]).toEqual([3, 2]);
  for (const { by, because } of lines) expect({ by, because }).toEqual(long);
});
