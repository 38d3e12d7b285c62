import { expect, test } from 'vitest';
import {
  lastReceiptDay,
  noOrders,
  publication as at,
  receiptTracks,
  usualHours,
  type ResultKind,
} from '../../../db/catalog/publication.ts';
import { aptNotice } from '../../../db/ingest/rows/apt.ts';
import { publicRentNotice } from '../../../db/ingest/rows/public-rent.ts';
import { aptNoticeRow, publicRentNoticeRow } from '../../rows.ts';

const notice = { ...aptNotice.parse(aptNoticeRow), ...noOrders };
const publication = (of: typeof notice, kind: ResultKind, hours = usualHours) => at(of, kind, hours);

test('competition becomes public at 19:30 of the last receipt day over all ranks', () => {
  expect(publication(notice, 'competition')).toEqual(new Date('2025-07-18T19:30:00+09:00'));
  expect(publication(notice, 'special-supply')).toEqual(new Date('2025-07-18T19:30:00+09:00'));
  expect(publication({ ...publicRentNotice.parse(publicRentNoticeRow), ...noOrders }, 'competition')).toEqual(
    new Date('2026-09-29T19:30:00+09:00'),
  );
});

test('the last day is the last one, wherever it stands', () => {
  const later = { ...notice, rank1OtherEndsOn: '2025-07-21' };
  expect(publication(later, 'competition')).toEqual(new Date('2025-07-21T19:30:00+09:00'));
});

test('scores become public at 09:00 of the winners’ day', () => {
  expect(publication(notice, 'score')).toEqual(new Date('2025-08-05T09:00:00+09:00'));
});

test('scores never come before the competition, even where the winners’ day does', () => {
  expect(publication({ ...notice, winnersOn: '2025-07-18' }, 'score')).toEqual(new Date('2025-07-18T19:30:00+09:00'));
});

test('a missing date means held', () => {
  const nothing = Object.fromEntries(Object.keys(notice).map((key) => [key, null])) as unknown as typeof notice;
  expect(publication(nothing, 'competition')).toBeNull();
  expect(publication({ ...notice, winnersOn: null }, 'score')).toBeNull();
  expect(publication({ ...notice, rank2LocalEndsOn: null }, 'competition')).toBeNull();
});

test('the hours are a setting', () => {
  const hours = { competition: '23:00', score: '12:00' };
  expect(publication(notice, 'competition', hours)).toEqual(new Date('2025-07-18T23:00:00+09:00'));
  expect(publication(notice, 'score', hours)).toEqual(new Date('2025-08-05T12:00:00+09:00'));
});

test('tracks of which nothing is known are left out', () => {
  expect(receiptTracks(notice).map(({ track, reside }) => [track, reside])).not.toContainEqual(['special', null]);
  expect(lastReceiptDay(notice)).toBe('2025-07-18');
});
