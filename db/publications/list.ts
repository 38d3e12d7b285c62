import { hoursOf } from '../catalog/hours.ts';
import type { Facts } from '../catalog/open.ts';
import { extensionOf, publication } from '../catalog/publication.ts';
import { lastDay } from '../catalog/receipt-window.ts';
import { notices, type Notice, type PublicationOrderRow } from '../catalog/schema.ts';
import { dayAfter, koreanDay } from '../clock.ts';
import { and, gte, isNull, or } from '../drizzle.ts';
import { isOrdered, ordersIn } from './apply-orders.ts';
import { told } from './instants-of.ts';
import { ordersInForce } from './ordered-of.ts';

/** Days of the past that are told as well, and how long a notice may want a date before nobody waits for it any more. */
const recent = { days: 7, wanting: 90 };

/** Publications to come, those of the last seven days and those that are held, each with the order that changed it. */
export function publicationLines(db: Facts, now: Date): string[] {
  const hours = hoursOf(db);
  const orders = ordersIn(db);
  const since = dayAfter(koreanDay(now), -recent.days);
  return noticesSince(db, since, dayAfter(koreanDay(now), -recent.wanting))
    .flatMap((notice) =>
      (notice.kind === 'apt' ? (['competition', 'score'] as const) : (['competition'] as const)).map((kind) => ({
        notice,
        kind,
        when: told(publication(notice, kind, hours)),
      })),
    )
    .filter(({ when }) => when >= since)
    .sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0))
    .map(
      ({ notice, kind, when }) =>
        `${when.padEnd(16)}  ${notice.id} ${notice.name}  ${names[kind]}${behind(notice, kind, orders)}`,
    );
}

/** The orders, the newest first: when, what, who and why. */
export function orderLines(orders: PublicationOrderRow[]): string[] {
  return orders.toReversed().map((order) => {
    const whom = order.noticeId ?? `all closing on ${order.closingOn}`;
    const what = order.results === 'score' ? ' (scores)' : '';
    const to = order.toAt ? ` ${order.action === 'move' ? 'to' : 'until'} ${told(new Date(order.toAt))}` : '';
    return `${told(new Date(order.orderedAt))}  ${order.action} ${whom}${what}${to}, by ${order.by}: ${order.because}`;
  });
}

const names = { competition: '경쟁률', score: '가점' };

/** The orders in force that make an instant what it is. */
function behind(notice: Notice, kind: 'competition' | 'score', orders: PublicationOrderRow[]) {
  const { hold, competitionMove, scoreMove, extension } = ordersInForce(notice, orders);
  const said = (deed: string, order: PublicationOrderRow | null) =>
    order ? [`${deed} by ${order.by}: ${order.because}`] : [];
  const shifts =
    kind === 'score'
      ? said('moved', scoreMove)
      : [...(extensionOf(notice) ? said('receipt extended', extension) : []), ...said('moved', competitionMove)];
  const words = hold ? said('held', hold) : shifts;
  return words.length > 0 ? `  (${words.join('; ')})` : '';
}

function noticesSince(db: Facts, since: string, announcedSince: string) {
  const wanting = and(or(isNull(lastDay), isNull(notices.winnersOn)), gte(notices.announcedOn, announcedSince));
  return db
    .select()
    .from(notices)
    .where(or(gte(lastDay, since), gte(notices.winnersOn, since), wanting, isOrdered))
    .orderBy(notices.id)
    .all();
}
