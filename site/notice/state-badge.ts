import { closesAt, type ReceiptDays } from '../../db/catalog/publication.ts';
import { receiptHours } from '../../db/catalog/receipt-hours.ts';
import { firstReceiptDay, isClosing, receiptState } from '../../db/catalog/receipt-state.ts';
import type { Notice } from '../../db/catalog/schema.ts';
import { dayAfter, koreanDay, koreanInstant, koreanStamp } from '../../db/clock.ts';
import { stateBadges, type Badge, type BadgeState } from '../words/states.ts';

type Dated = ReceiptDays & Pick<Notice, 'winnersOn'>;
type StateAt = (notice: Dated, at: Date) => BadgeState;

/** How a notice stands, in one word: its last day counts for more than whether applications are taken at this hour. */
export function stateBadge(notice: Dated, asOf: Date) {
  return badge(notice, asOf, (of, at) => (isClosing(of, at) ? 'closing' : receiptState(of, at)));
}

/** Whether applications are taken. */
export function receiptBadge(notice: Dated, asOf: Date) {
  return badge(notice, asOf, receiptState);
}

/** Beside it: that today is the last day. Without words on every other. */
export function closingBadge(notice: Dated, asOf: Date) {
  return badge(notice, asOf, (of, at) => (isClosing(of, at) ? 'closing' : 'none'));
}

/** Turns told ahead: those of four days or more. Another page is built long before they have passed. */
const most = 12;

/** Nothing of it changes but by a turn, so a page stays the same bytes until one. */
function badge(notice: Dated, asOf: Date, stateAt: StateAt): Badge {
  const now = stateAt(notice, asOf);
  const turns: string[] = [];
  let before = now;
  for (const at of instantsAfter(notice, asOf)) {
    const state = stateAt(notice, at);
    if (state !== before) turns.push(`${koreanStamp(at).slice(0, 16)} ${state}`);
    if (turns.length === most) break;
    before = state;
  }
  return { ...stateBadges[now], ...(turns.length > 0 && { turns: turns.join(' ') }) };
}

/** Every instant after `asOf` at which a state may turn, in their order, to the minute. */
function* instantsAfter(notice: Dated, asOf: Date) {
  const close = closesAt(notice);
  const first = firstReceiptDay(notice);
  const winners = notice.winnersOn ? koreanInstant(notice.winnersOn) : null;
  const today = koreanDay(asOf);
  const last = (close ? koreanDay(close) : first) ?? '';
  for (let day = first && first > today ? first : today; day <= last; day = dayAfter(day)) {
    const ofDay = [koreanInstant(day), koreanInstant(day, receiptHours.opens), koreanInstant(day, receiptHours.closes)];
    if (close && koreanDay(close) === day) ofDay.push(wholeMinute(close));
    for (const at of ofDay.sort((a, b) => a.getTime() - b.getTime())) if (at > asOf) yield at;
  }
  if (winners && winners > asOf && koreanDay(winners) > last) yield winners;
}

/** The minute that an instant ends in, since readers' clocks are read by the minute. */
function wholeMinute(instant: Date) {
  return new Date(Math.ceil(instant.getTime() / 60_000) * 60_000);
}
