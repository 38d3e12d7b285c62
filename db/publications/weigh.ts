import { hoursOf } from '../catalog/hours.ts';
import type { Facts } from '../catalog/open.ts';
import { publication, type PublicationHours } from '../catalog/publication.ts';
import type { Notice } from '../catalog/schema.ts';
import { noticesOf, ordersIn } from './apply-orders.ts';
import { instantsOf, told, under, type NoticeInstants } from './instants-of.ts';
import { rowsOf, type PublicationOrder } from './order.ts';
import { orderedOf } from './ordered-of.ts';

/**
 * What an order would change, a line each: `2026000001 등대마을: 경쟁률 2026-11-25 19:30 → 2026-11-25 21:00`.
 * @throws a sentence when it is about a notice that nobody knows, or would make something earlier than public dates say.
 */
export function weigh(db: Facts, order: PublicationOrder): string[] {
  const hours = hoursOf(db);
  const rows = rowsOf([order]);
  const concerned = noticesOf(db, rows);
  if (concerned.length === 0 && order.noticeId !== undefined)
    throw new Error(`No notice ${order.noticeId} is known. Check its number, or take it in first: "npm run ingest".`);
  for (const notice of concerned) refuseEarlier(notice, order, hours);
  const orders = [...ordersIn(db), ...rows];
  const lines = concerned.flatMap((notice) =>
    changes(notice, instantsOf(notice, hours), instantsOf(under(notice, orderedOf(notice, orders)), hours)),
  );
  return lines.length > 0 ? lines : [nothing(order, concerned)];
}

function changes({ id, name }: Notice, before: NoticeInstants, after: NoticeInstants) {
  return (Object.keys(before) as (keyof NoticeInstants)[])
    .map((what) => ({ what, from: told(before[what]!), to: told(after[what]!) }))
    .filter(({ from, to }) => from !== to)
    .map(({ what, from, to }) => `${id} ${name}: ${what} ${from} → ${to}`);
}

function nothing({ closingOn }: PublicationOrder, concerned: Notice[]) {
  if (concerned.length > 0) return 'No instant changes by it.';
  return `No notice is known yet whose receipt ends officially on ${closingOn}: the order waits for one.`;
}

function refuseEarlier(notice: Notice, order: PublicationOrder, hours: PublicationHours) {
  if (order.action === 'move') refuseMove(notice, order.results, new Date(order.to), hours);
  if (order.action === 'extend') refuseExtension(notice, new Date(order.until), hours);
}

function refuseMove(notice: Notice, results: 'competition' | 'score', to: Date, hours: PublicationHours) {
  const { id, name, kind, extendedTo, competitionMovedTo } = notice;
  if (results === 'score' && kind !== 'apt')
    throw new Error(`${id} ${name} will have no scores: only apartments have.`);
  const unmoved = under(notice, { extendedTo, ...(results === 'score' && { competitionMovedTo }) });
  const computed = publication(unmoved, results, hours);
  if (computed && to < computed)
    throw new Error(
      `${told(to)} is too early for ${id} ${name}: by its public dates it is ${told(computed)}, and a move only takes it later.`,
    );
}

function refuseExtension(notice: Notice, until: Date, hours: PublicationHours) {
  const { id, name } = notice;
  const closes = instantsOf(under(notice, {}), hours)['접수 마감'];
  if (!closes)
    throw new Error(
      `The last receipt day of ${id} ${name} is not known, so there is nothing to extend. It stays held.`,
    );
  if (until < closes)
    throw new Error(
      `${told(until)} is too early for ${id} ${name}: by the official days it closes ${told(closes)}, and an extension only takes it later.`,
    );
}
