import { describe, expect, test } from 'vitest';
import { noOrders, publication, usualHours } from '../../../db/catalog/publication.ts';
import { firstReceiptDay, receiptState } from '../../../db/catalog/receipt-state.ts';
import { aptNotice } from '../../../db/ingest/rows/apt.ts';
import { aptNoticeRow } from '../../rows.ts';

const none = Object.fromEntries(
  Object.keys(aptNoticeRow)
    .filter((field) => /_RCPTDE$|_ENDDE$|_BGNDE$/.test(field))
    .map((field) => [field, null]),
);

/** A notice that takes applications from one day to another, 당첨자발표 on a third. */
function notice(from: string | null, to: string | null, winnersOn: string | null) {
  const facts = aptNotice.parse({
    ...aptNoticeRow,
    ...none,
    RCEPT_BGNDE: from,
    RCEPT_ENDDE: to,
    PRZWNER_PRESNATN_DE: winnersOn,
  });
  return { ...facts, ...noOrders };
}

function stateAt(instant: string, of: ReturnType<typeof notice>) {
  return receiptState(of, new Date(`${instant}:00+09:00`));
}

describe('a receipt from Thursday 30 April to Tuesday 5 May 2026, winners on the 12th', () => {
  const spring = notice('2026-04-30', '2026-05-05', '2026-05-12');

  test.each([
    ['2026-04-29T23:59', 'upcoming'],
    ['2026-04-30T00:00', 'upcoming'],
    ['2026-04-30T08:59', 'upcoming'],
    ['2026-04-30T09:00', 'open'],
    ['2026-04-30T17:29', 'open'],
    ['2026-04-30T17:30', 'paused'],
    ['2026-05-01T00:00', 'paused'],
    ['2026-05-01T09:00', 'paused'],
    ['2026-05-02T12:00', 'paused'],
    ['2026-05-03T12:00', 'paused'],
    ['2026-05-04T09:00', 'open'],
    ['2026-05-05T17:29', 'open'],
    ['2026-05-05T17:30', 'closed'],
    ['2026-05-11T23:59', 'closed'],
    ['2026-05-12T00:00', 'announced'],
    ['2027-01-01T00:00', 'announced'],
  ])('is at %s %s', (instant, state) => {
    expect(stateAt(instant, spring)).toBe(state);
  });
});

test('a weekend that a receipt names itself is a day like any other', () => {
  const saturday = notice('2026-11-21', '2026-11-23', '2026-11-30');
  expect(stateAt('2026-11-21T10:00', saturday)).toBe('open');
  expect(stateAt('2026-11-22T10:00', saturday)).toBe('paused');
  expect(stateAt('2026-11-23T10:00', saturday)).toBe('open');
});

test('a public holiday in the middle of a receipt takes no applications, one that the receipt names itself does', () => {
  const chuseok = notice('2026-09-23', '2026-09-29', null);
  expect(stateAt('2026-09-24T10:00', chuseok)).toBe('paused');
  expect(stateAt('2026-09-25T10:00', chuseok)).toBe('paused');
  expect(stateAt('2026-09-28T10:00', chuseok)).toBe('open');
  expect(stateAt('2026-09-25T10:00', notice('2026-09-25', '2026-09-28', null))).toBe('open');
});

test('a substitute and an appointed holiday count as well', () => {
  expect(stateAt('2025-03-03T10:00', notice('2025-02-28', '2025-03-05', null))).toBe('paused');
  expect(stateAt('2025-01-27T10:00', notice('2025-01-24', '2025-01-31', null))).toBe('paused');
});

test('a weekday of a year whose holidays are not known counts as a working day', () => {
  const far = notice('2041-12-23', '2041-12-27', null);
  expect(stateAt('2041-12-25T10:00', far)).toBe('open');
});

test('a holiday moves no publication', () => {
  const over = notice('2026-09-23', '2026-09-25', null);
  expect(stateAt('2026-09-25T17:29', over)).toBe('open');
  expect(publication(over, 'competition', usualHours)).toEqual(new Date('2026-09-25T19:30:00+09:00'));
});

test('a day between two tracks is no receipt day', () => {
  const gap = {
    ...notice(null, null, null),
    specialBeginsOn: '2026-11-23',
    specialEndsOn: '2026-11-23',
    rank1LocalBeginsOn: '2026-11-25',
    rank1LocalEndsOn: '2026-11-25',
  };
  expect(stateAt('2026-11-24T10:00', gap)).toBe('paused');
  expect(stateAt('2026-11-25T10:00', gap)).toBe('open');
});

test('the end of a year and a leap day are days like any other', () => {
  const turn = notice('2027-12-31', '2028-01-03', null);
  expect(stateAt('2027-12-31T10:00', turn)).toBe('open');
  expect(stateAt('2028-01-01T10:00', turn)).toBe('paused');
  expect(stateAt('2028-01-03T17:30', turn)).toBe('closed');
  expect(stateAt('2028-02-29T10:00', notice('2028-02-29', '2028-02-29', null))).toBe('open');
});

test('without days nothing is known, but that winners are announced', () => {
  expect(stateAt('2026-11-24T10:00', notice(null, null, null))).toBe('unknown');
  expect(stateAt('2026-11-24T10:00', notice(null, null, '2026-11-24'))).toBe('announced');
});

test('an open end is not guessed', () => {
  const open = notice('2026-11-23', null, '2026-12-01');
  expect(stateAt('2026-11-23T08:00', open)).toBe('upcoming');
  expect(stateAt('2026-11-24T10:00', open)).toBe('unknown');
  expect(stateAt('2026-12-01T10:00', open)).toBe('announced');
});

test('the first day is the first of any track', () => {
  expect(firstReceiptDay({ ...notice('2026-11-24', '2026-11-26', null), specialEndsOn: '2026-11-23' })).toBe(
    '2026-11-23',
  );
  expect(firstReceiptDay(notice(null, null, null))).toBeNull();
});
