import { lastOfficialDay, type Ordered, type ReceiptDays } from '../catalog/publication.ts';
import type { PublicationOrderRow } from '../catalog/schema.ts';

type InForce = Record<'hold' | 'competitionMove' | 'scoreMove' | 'extension', PublicationOrderRow | null>;

/**
 * The orders in force for a notice. Of those about it, or about the day on which its receipt ends officially, the latest counts:
 * of hold and resume, of the moves of each kind of results, and of the extensions.
 * @param orders in the order in which they were given.
 */
export function ordersInForce(notice: ReceiptDays & { id: string }, orders: PublicationOrderRow[]): InForce {
  const day = lastOfficialDay(notice);
  const own = orders.filter(
    ({ noticeId, closingOn }) => noticeId === notice.id || (closingOn !== null && closingOn === day),
  );
  const move = (results: 'competition' | 'score') =>
    own.findLast((order) => order.action === 'move' && order.results === results) ?? null;
  const hold = own.findLast(({ action }) => action === 'hold' || action === 'resume');
  return {
    hold: hold?.action === 'hold' ? hold : null,
    competitionMove: move('competition'),
    scoreMove: move('score'),
    extension: own.findLast(({ action }) => action === 'extend') ?? null,
  };
}

/** What the orders make of a notice. */
export function orderedOf(notice: ReceiptDays & { id: string }, orders: PublicationOrderRow[]): Ordered {
  const { hold, competitionMove, scoreMove, extension } = ordersInForce(notice, orders);
  return {
    held: hold !== null,
    competitionMovedTo: competitionMove?.toAt ?? null,
    scoreMovedTo: scoreMove?.toAt ?? null,
    extendedTo: extension?.toAt ?? null,
  };
}
