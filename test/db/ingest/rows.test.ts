import { expect, test } from 'vitest';
import { aptHouseType, aptNotice } from '../../../db/ingest/rows/apt.ts';
import { aptCompetition, resupplyCompetition } from '../../../db/ingest/rows/competition.ts';
import { publicRentNotice } from '../../../db/ingest/rows/public-rent.ts';
import { optionalHouseType } from '../../../db/ingest/rows/remainder.ts';
import { aptScore } from '../../../db/ingest/rows/score.ts';
import { aptSpecialSupply } from '../../../db/ingest/rows/special-supply.ts';
import {
  aptCompetitionRow,
  aptHouseTypeRow,
  aptNoticeRow,
  aptScoreRow,
  aptSpecialSupplyRow,
  optionalHouseTypeRow,
  publicRentNoticeRow,
  resupplyCompetitionRow,
} from '../../rows.ts';

const reasonsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  result.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

test('a date is read in both of its forms', () => {
  expect(aptNotice.parse(aptNoticeRow)).toMatchObject({ announcedOn: '2025-06-30', moveInMonth: '2028-03' });
  expect(publicRentNotice.parse(publicRentNoticeRow)).toMatchObject({
    announcedOn: '2026-09-21',
    receiptBeginsOn: '2026-09-28',
    receiptEndsOn: '2026-09-29',
    winnersOn: '2026-10-02',
  });
});

test.each(['2025-02-30', '20251301', '2025-6-30', '곧', '0000-00-00', 20250630])('%s is no date', (given) => {
  expect(reasonsOf(aptNotice.safeParse({ ...aptNoticeRow, RCRIT_PBLANC_DE: given }))).toEqual([
    'RCRIT_PBLANC_DE is no date',
  ]);
});

test('a missing date is null where it may be missing, and refused where it may not', () => {
  expect(aptNotice.parse({ ...aptNoticeRow, PRZWNER_PRESNATN_DE: ' ' }).winnersOn).toBeNull();
  expect(reasonsOf(aptNotice.safeParse({ ...aptNoticeRow, RCRIT_PBLANC_DE: '' }))).toEqual([
    'RCRIT_PBLANC_DE is missing',
  ]);
});

test('the public-rent detail is found under its other name', () => {
  expect(publicRentNotice.parse(publicRentNoticeRow)).toMatchObject({
    detailCode: '03',
    detailName: '공공지원민간임대',
  });
});

test('blanks around a text go, the blank suffix of a house type stays', () => {
  expect(aptNotice.parse(aptNoticeRow).newspaper).toBe('매일경제');
  expect(aptHouseType.parse(aptHouseTypeRow).type).toBe('084.9718 ');
  expect(optionalHouseType.parse(optionalHouseTypeRow).type).toBe('074.9976 ');
});

test('a price is read with its comma and without', () => {
  expect(optionalHouseType.parse(optionalHouseTypeRow).price).toBe(48_400);
  expect(aptHouseType.parse(aptHouseTypeRow).price).toBe(61_340);
  expect(aptHouseType.parse({ ...aptHouseTypeRow, LTTOT_TOP_AMOUNT: '1,600,000' }).price).toBe(1_600_000);
});

test.each(['36,80', '3.5', '-1', '5억', -1, 1.5, true, {}])('%s is no count', (given) => {
  expect(aptHouseType.safeParse({ ...aptHouseTypeRow, LTTOT_TOP_AMOUNT: given }).success).toBe(false);
});

test('numbers printed as numbers are ids all the same', () => {
  const row = { ...aptNoticeRow, HOUSE_MANAGE_NO: 2025000280, PBLANC_NO: 2025000280 };
  expect(aptNotice.parse(row).id).toBe('2025000280');
});

test.each(['73.00', '2,182.00', '(△12)', '-', '0.50'])('the rate %s is kept as printed', (printed) => {
  expect(aptCompetition.parse({ ...aptCompetitionRow, CMPET_RATE: printed })[0]?.rate).toBe(printed);
});

test.each(['△12', '(12)', '1:73', '73.00:1', 'NaN'])('%s is no rate', (given) => {
  expect(reasonsOf(aptCompetition.safeParse({ ...aptCompetitionRow, CMPET_RATE: given }))).toEqual([
    'CMPET_RATE is no rate',
  ]);
});

test('an applicant count is a number, whatever it was printed as', () => {
  expect(aptCompetition.parse(aptCompetitionRow)[0]).toMatchObject({ applicants: 4, rank: 1, segment: '01' });
});

test('a resupply row gives a cell for each category that it speaks of', () => {
  expect(resupplyCompetition.parse(resupplyCompetitionRow)).toEqual([
    {
      noticeId: '2026930040',
      modelNo: '01',
      type: '084.9811C',
      rank: 0,
      segment: 'NORMAL',
      segmentName: '일반',
      supply: 1,
      segmentSupply: 1,
      applicants: 2_182,
      rate: '2,182.00',
    },
  ]);
});

test('a special-supply row gives its sum and the categories that it speaks of', () => {
  const rows = aptSpecialSupply.parse(aptSpecialSupplyRow);
  expect(rows.map(({ category }) => category)).toEqual(['all', 'multi-child', 'newlywed', 'first-time', 'agency']);
  expect(rows[0]).toMatchObject({ supply: 4, outcome: '청약접수 종료' });
  expect(rows[1]).toMatchObject({ supply: 1, local: 5, province: 1, other: null });
  expect(rows[4]).toMatchObject({ supply: 1, decided: 0, reserve: null });
});

test('a score is kept as printed', () => {
  expect(aptScore.parse(aptScoreRow)[0]).toMatchObject({ lowest: '59', highest: '74', average: '64.27' });
  expect(aptScore.parse({ ...aptScoreRow, LWET_SCORE: '-' })[0]?.lowest).toBe('-');
});

test.each([
  ['HOUSE_SECD', '77'],
  ['RENT_SECD', '9'],
  ['SUBSCRPT_AREA_CODE', '999'],
])('an unknown code in %s is refused with the codes that are known', (field, given) => {
  expect(reasonsOf(aptNotice.safeParse({ ...aptNoticeRow, [field]: given }))[0]).toMatch(
    new RegExp(`^${field} is an unknown code \\(known: `),
  );
});

test('no reason carries what stood in the field', () => {
  const secret = '4242.42 비밀';
  const row = Object.fromEntries(Object.keys(aptCompetitionRow).map((field) => [field, secret]));
  const reasons = reasonsOf(aptCompetition.safeParse(row)).join();
  expect(reasons).not.toBe('');
  expect(reasons).not.toMatch(/4242|비밀/);
});
