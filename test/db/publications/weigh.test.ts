import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Catalog } from '../../../db/catalog/open.ts';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { weigh } from '../../../db/publications/weigh.ts';
import { ids, smallCatalog } from '../../site/small-catalog.ts';
import { extend, hold, move, resume } from './orders.ts';

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let catalog: Catalog;

beforeAll(async () => {
  catalog = await smallCatalog(folder);
});
afterEach(() => void takeOrders(catalog.db, []));
afterAll(() => {
  catalog.close();
  rmSync(folder, { recursive: true, force: true });
});

const [open, held] = [{ noticeId: ids.open }, { noticeId: ids.held }];
const closing = { closingOn: '2026-11-25' };

test('an order is told in what it changes, under those that are in force', () => {
  takeOrders(catalog.db, [hold(open), move(open, '2026-11-25T22:00:00+09:00')]);
  expect(weigh(catalog.db, resume(open))).toEqual([
    '2026000001 등대마을 첫째 단지: 경쟁률 held → 2026-11-25 22:00',
    '2026000001 등대마을 첫째 단지: 가점 held → 2026-12-02 09:00',
  ]);
  expect(weigh(catalog.db, extend(closing, '2026-11-25T23:00:00+09:00'))).toEqual([
    '2026000001 등대마을 첫째 단지: 접수 마감 2026-11-25 17:30 → 2026-11-25 23:00',
    '2026000008 곳을 모르는 전국 단지: 접수 마감 2026-11-25 17:30 → 2026-11-25 23:00',
    '2026000008 곳을 모르는 전국 단지: 경쟁률 2026-11-25 19:30 → 2026-11-26 01:00',
  ]);
});

test('a move takes back one that went further, and supplies what is missing', () => {
  takeOrders(catalog.db, [move(open, '2026-11-26T22:00:00+09:00')]);
  expect(weigh(catalog.db, move(open, '2026-11-25T19:30:00+09:00'))).toEqual([
    '2026000001 등대마을 첫째 단지: 경쟁률 2026-11-26 22:00 → 2026-11-25 19:30',
  ]);
  expect(weigh(catalog.db, move(held, '2026-11-25T12:00:00+09:00'))).toContain(
    '2026000006 마감일을 모르는 단지: 경쟁률 held → 2026-11-25 12:00',
  );
});

test('an order that changes nothing says so, one that waits too', () => {
  expect(weigh(catalog.db, resume(open))).toEqual(['No instant changes by it.']);
  expect(weigh(catalog.db, hold({ closingOn: '2027-11-25' }))).toEqual([
    'No notice is known yet whose receipt ends officially on 2027-11-25: the order waits for one.',
  ]);
});

test.each([
  ['of a notice that nobody knows', hold({ noticeId: '2029000001' }), 'No notice 2029000001 is known'],
  [
    'that would publish early',
    move(open, '2026-11-25T19:29:59+09:00'),
    '2026-11-25 19:29 is too early for 2026000001 등대마을 첫째 단지: by its public dates it is 2026-11-25 19:30, and a move only takes it later.',
  ],
  ['that would publish one of many early', move(closing, '2026-11-25T19:00:00+09:00'), 'is too early for 2026000001'],
  ['that would publish scores early', move(open, '2026-12-02T08:59:59+09:00', 'score'), 'it is 2026-12-02 09:00'],
  ['for scores where there are none', move({ noticeId: ids.optional }, '2027-01-01T00:00:00Z', 'score'), 'no scores'],
  [
    'that would shorten a receipt',
    extend(open, '2026-11-25T17:29:59+09:00'),
    'by the official days it closes 2026-11-25 17:30, and an extension only takes it later',
  ],
  ['to extend what has no end', extend(held, '2026-11-25T23:00:00+09:00'), 'so there is nothing to extend'],
])('an order %s is refused', (_, order, sentence) => {
  expect(() => weigh(catalog.db, order)).toThrow(sentence);
});

test('neither is a move into an extended receipt taken, nor is a held notice weighed as if it had no instant', () => {
  takeOrders(catalog.db, [extend(open, '2026-11-25T23:00:00+09:00'), hold(open)]);
  expect(() => weigh(catalog.db, move(open, '2026-11-25T23:30:00+09:00'))).toThrow('it is 2026-11-26 01:00');
});
