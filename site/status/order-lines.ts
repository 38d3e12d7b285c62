import { newestOrders } from '../../db/catalog/newest-orders.ts';
import type { Facts } from '../../db/catalog/open.ts';
import type { PublicationOrderRow } from '../../db/catalog/schema.ts';
import { atInstant, dayWords, type When } from '../words/days.ts';

/** An order of the operator in words: what about which notices, to or until when, and who gave it when and why. */
export type OrderLine = {
  what: string;
  when: When | null;
  about: { words: string; href: string | null };
  by: string;
  because: string;
  at: When;
};

/** Characters that operators may fill: the page has a budget, and a reason is never cut. */
const room = 3_000;
const most = 30;

/** The newest orders, the newest first, and how many older ones are left out. */
export function orderLines(db: Facts) {
  const orders = newestOrders(db);
  const shown = thatFit(orders);
  return { lines: shown.map(({ order, name }) => orderLine(order, name)), older: orders.length - shown.length };
}

function thatFit(orders: ReturnType<typeof newestOrders>) {
  let left = room;
  const fitting: typeof orders = [];
  for (const each of orders.slice(0, most)) {
    left -= each.order.by.length + each.order.because.length;
    if (left < 0) break;
    fitting.push(each);
  }
  return fitting;
}

function orderLine(order: PublicationOrderRow, name: string | null): OrderLine {
  const when = order.toAt === null ? null : atInstant(new Date(order.toAt));
  return {
    what: whatWords(order),
    when: when && order.action === 'extend' ? { ...when, words: `${when.words}까지` } : when,
    about: about(order, name),
    by: order.by,
    because: order.because,
    at: atInstant(new Date(order.orderedAt)),
  };
}

function whatWords({ action, results }: PublicationOrderRow) {
  if (action === 'move') return results === 'score' ? '당첨 가점 발표 변경' : '경쟁률·특별공급 발표 변경';
  return { hold: '발표 보류', resume: '보류 해제', extend: '접수 연장' }[action];
}

function about({ noticeId, closingOn }: PublicationOrderRow, name: string | null) {
  if (noticeId === null) return { words: `${dayWords(closingOn!)}에 접수를 마감하는 모든 공고`, href: null };
  return name === null ? { words: `공고번호 ${noticeId}`, href: null } : { words: name, href: `/notices/${noticeId}/` };
}
