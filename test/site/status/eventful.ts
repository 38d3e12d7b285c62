import type { Facts } from '../../../db/catalog/open.ts';
import { recordLate, recordPublished } from '../../../db/catalog/publication-record.ts';
import { dayAfter, koreanInstant } from '../../../db/clock.ts';
import type { PublicationOrder } from '../../../db/publications/order.ts';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { ids } from '../small-catalog.ts';

/**
 * Gives a small catalog a past: more publications than a page shows, in two years and of both ways, among them one that was
 * late, one that nobody saw, and one of a publisher that was away; one that is late still; and orders.
 */
export function eventful(db: Facts) {
  for (let i = 1; i <= 34; i++) {
    const at = koreanInstant(dayAfter('2026-11-24', i <= 20 ? -i : -20 * i), '19:30');
    if (i === 3) recordLate(db, at, after(at, 5), 'The disk is full.');
    publish(db, at, i === 3 ? 'open' : 'sealed', delays[i] ?? 30 + i, i === 7 ? null : 40);
  }
  publish(db, koreanInstant('2026-11-23', '09:00'), 'open', 86_340_000, 40);
  recordLate(db, heldBack, after(heldBack, 1_200), 'The clocks differ by 4.2 s.');
  takeOrders(db, orders);
}

/** The instant whose publication is late still. */
const heldBack = koreanInstant('2026-11-24', '09:00');

/** The publication `delay` milliseconds after an instant, read back `reading` later, or not at all. */
export function publish(db: Facts, at: Date, way: 'sealed' | 'open', delay: number, reading: number | null) {
  recordPublished(db, at, {
    way,
    release: '2026-11-23T1930-0a1b2c3d',
    firedAt: at,
    flippedAt: after(at, delay),
    seenAt: reading === null ? null : after(at, delay + reading),
  });
}

export function after(instant: Date, milliseconds: number) {
  return new Date(instant.getTime() + milliseconds);
}

const delays: Partial<Record<number, number>> = { 3: 72_000, 12: 14_560 };

/** None of them changes what other pages say: what is held is resumed, and no move goes later than the public days. */
const orders: PublicationOrder[] = [
  {
    action: 'extend',
    closingOn: '2026-11-10',
    until: '2026-11-10T23:00:00+09:00',
    by: '김등대',
    because: '접속이 몰려 마감을 늦춘다는 한국부동산원의 안내를 반영합니다.',
    orderedAt: '2026-11-10T16:40:00+09:00',
  },
  {
    action: 'hold',
    noticeId: ids.remainder,
    by: '김등대',
    because: '사업주체가 확인을 요청했습니다.',
    orderedAt: '2026-11-23T19:00:00+09:00',
  },
  {
    action: 'resume',
    noticeId: ids.remainder,
    by: '김등대',
    because: '확인이 끝났습니다.',
    orderedAt: '2026-11-23T19:20:00+09:00',
  },
  {
    action: 'move',
    noticeId: ids.hostile,
    to: '2026-12-09T19:30:00+09:00',
    results: 'competition',
    by: '이당직',
    because: '원래 시각을 다시 적어 둡니다.',
    orderedAt: '2026-11-23T20:00:00+09:00',
  },
  {
    action: 'move',
    noticeId: ids.open,
    to: '2026-12-02T09:00:00+09:00',
    results: 'score',
    by: '이당직',
    because: '원래 시각을 다시 적어 둡니다.',
    orderedAt: '2026-11-23T20:10:00+09:00',
  },
  {
    action: 'hold',
    noticeId: '2026999999',
    by: '<b>이름</b>',
    because: `\u202e<script>alert(1)</script> & ${'끝없이긴사유'.repeat(40)}`,
    orderedAt: '2026-11-24T08:00:00+09:00',
  },
];
