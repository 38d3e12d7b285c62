import { describe, expect, test } from 'vitest';
import { closesAt, lastReceiptDay, noOrders, publication, usualHours } from '../../../db/catalog/publication.ts';
import { isClosing, receiptState } from '../../../db/catalog/receipt-state.ts';
import { koreanInstant } from '../../../db/clock.ts';
import { aptNotice } from '../../../db/ingest/rows/apt.ts';
import { aptNoticeRow } from '../../rows.ts';

const noDays = Object.fromEntries(
  Object.keys(aptNoticeRow)
    .filter((field) => /_RCPTDE$|_ENDDE$|_BGNDE$/.test(field))
    .map((field) => [field, null]),
);

/** A notice that takes applications from one day to another, and then until `extendedTo`. */
function notice(from: string | null, to: string | null, extendedTo: string | null) {
  const facts = aptNotice.parse({
    ...aptNoticeRow,
    ...noDays,
    RCEPT_BGNDE: from,
    RCEPT_ENDDE: to,
    PRZWNER_PRESNATN_DE: '2026-12-10',
  });
  return { ...facts, ...noOrders, extendedTo: extendedTo && new Date(`${extendedTo}+09:00`).toISOString() };
}

const at = (text: string) => new Date(`${text}:00+09:00`);

/** The day on which the close of all receipts was moved to 23:00, and of one complex by a day. */
describe('Monday 29 July 2024', () => {
  const plain = notice('2024-07-29', '2024-07-29', null);
  const late = notice('2024-07-29', '2024-07-29', '2024-07-29T23:00:00');
  const dayLater = notice('2024-07-29', '2024-07-29', '2024-07-30T17:30:00');

  test.each([
    ['2024-07-29T17:29', 'open', 'open', 'open'],
    ['2024-07-29T17:31', 'announced', 'open', 'paused'],
    ['2024-07-29T22:59', 'announced', 'open', 'paused'],
    ['2024-07-29T23:00', 'announced', 'announced', 'paused'],
    ['2024-07-29T23:01', 'announced', 'announced', 'paused'],
    ['2024-07-30T08:59', 'announced', 'announced', 'paused'],
    ['2024-07-30T09:00', 'announced', 'announced', 'open'],
    ['2024-07-30T17:29', 'announced', 'announced', 'open'],
    ['2024-07-30T17:31', 'announced', 'announced', 'announced'],
  ])('at %s the usual one is %s, the one until 23:00 %s, the one by a day %s', (instant, ...states) => {
    const winners = { winnersOn: '2024-07-29' };
    expect([plain, late, dayLater].map((of) => receiptState({ ...of, ...winners }, at(instant)))).toEqual(states);
  });

  test('is the last day of the first two, and closes today until their own close', () => {
    expect([plain, late, dayLater].map(lastReceiptDay)).toEqual(['2024-07-29', '2024-07-29', '2024-07-30']);
    const closing = (text: string) => [plain, late, dayLater].map((of) => isClosing(of, at(text)));
    expect(closing('2024-07-29T10:00')).toEqual([true, true, false]);
    expect(closing('2024-07-29T22:59')).toEqual([false, true, false]);
    expect(closing('2024-07-30T10:00')).toEqual([false, false, true]);
  });

  test('has its competition two hours after each close', () => {
    expect([plain, late, dayLater].map((of) => publication(of, 'competition', usualHours))).toEqual([
      koreanInstant('2024-07-29', '19:30'),
      koreanInstant('2024-07-30', '01:00'),
      koreanInstant('2024-07-30', '19:30'),
    ]);
  });
});

test('an extension past midnight goes on through the night, one to midnight ends with its day', () => {
  const night = notice('2026-11-24', '2026-11-24', '2026-11-25T02:00:00');
  expect(receiptState(night, at('2026-11-24T23:59'))).toBe('open');
  expect(receiptState(night, at('2026-11-25T01:59'))).toBe('open');
  expect(receiptState(night, at('2026-11-25T02:00'))).toBe('closed');
  const midnight = notice('2026-11-24', '2026-11-24', '2026-11-25T00:00:00');
  expect([lastReceiptDay(midnight), isClosing(midnight, at('2026-11-24T23:59'))]).toEqual(['2026-11-24', true]);
  expect(receiptState(midnight, at('2026-11-25T00:00'))).toBe('closed');
});

test('an extension over a weekend takes nothing on it, one to a Saturday does', () => {
  const monday = notice('2026-11-20', '2026-11-20', '2026-11-23T23:00:00');
  expect(receiptState(monday, at('2026-11-20T20:00'))).toBe('paused');
  expect(receiptState(monday, at('2026-11-21T10:00'))).toBe('paused');
  expect(receiptState(monday, at('2026-11-23T22:00'))).toBe('open');
  const saturday = notice('2026-11-20', '2026-11-20', '2026-11-21T12:00:00');
  expect(receiptState(saturday, at('2026-11-21T11:59'))).toBe('open');
  expect(receiptState(saturday, at('2026-11-21T12:00'))).toBe('closed');
});

test('an extension that is earlier than the close, or of a receipt without an end, says nothing', () => {
  const early = notice('2026-11-23', '2026-11-25', '2026-11-24T23:00:00');
  expect(receiptState(early, at('2026-11-24T22:00'))).toBe('paused');
  expect(closesAt(early)).toEqual(koreanInstant('2026-11-25', '17:30'));
  const open = notice('2026-11-23', null, '2026-11-25T23:00:00');
  expect([lastReceiptDay(open), closesAt(open), publication(open, 'competition', usualHours)]).toEqual([
    null,
    null,
    null,
  ]);
  expect(receiptState(open, at('2026-11-25T20:00'))).toBe('unknown');
});
