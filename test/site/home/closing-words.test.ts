import { expect, onTestFinished, test } from 'vitest';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { receiptsToday } from '../../../site/home/receipts-today.ts';
import { extend } from '../../db/publications/orders.ts';
import { freshFolder } from '../../fresh.ts';
import { ids, smallCatalog } from '../small-catalog.ts';

test('what closes today says at which hours it still does, an extended receipt at its own', async () => {
  const catalog = await smallCatalog(freshFolder());
  onTestFinished(() => catalog.close());
  const noteAt = (time: string) => receiptsToday(catalog.db, new Date(`2026-11-25T${time}:00+09:00`))[0]!.note;
  expect([noteAt('17:29'), noteAt('17:30')]).toEqual(['17:30까지 신청할 수 있습니다.', '17:30에 접수가 끝났습니다.']);
  takeOrders(catalog.db, [extend({ noticeId: ids.open }, '2026-11-25T23:00:00+09:00')]);
  expect(noteAt('10:00')).toBe('공고에 따라 17:30, 23:00까지 신청할 수 있습니다.');
  expect([noteAt('17:30'), noteAt('22:59')]).toEqual(Array.from({ length: 2 }, () => '23:00까지 신청할 수 있습니다.'));
  expect(noteAt('23:00')).toBe('23:00에 접수가 끝났습니다.');
  takeOrders(catalog.db, [extend({ noticeId: ids.open }, '2026-11-26T00:00:00+09:00')]);
  expect(noteAt('23:59')).toBe('24:00까지 신청할 수 있습니다.');
});
