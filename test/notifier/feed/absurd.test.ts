import { describe, expect, test } from 'vitest';
import { faultsOfEvents, faultsOfSchedule } from '../../../notifier/feed/absurd.ts';
import { realRows, withoutRealRows } from '../../real-rows.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedEvent } from '../../../db/feeds.ts';
import { entry, news } from './small-site.ts';

const now = new Date('2026-11-24T10:00:00+09:00');
const last = new Date('2026-11-23T10:00:00+09:00');
const wordsOf = (...events: FeedEvent[]) => faultsOfEvents(events, last, now).map(({ words }) => words);
const named = (noticeName: string) => news('notice', '2026-11-24T09:30', { noticeName });

test('everyday news is not absurd', () => {
  const fine = [
    news('notice', '2026-11-24T09:30'),
    news('correction', '2026-11-24T10:04', { noticeId: '2026000002' }),
    news('results', '2026-11-24T09:30', { id: 'results-2026000001-score' }),
    news('notice', '2026-10-24T09:30', { noticeId: '2026000003', sido: null, sigungu: null }),
  ];
  expect(wordsOf(...fine)).toEqual([]);
});

describe('a name is absurd', () => {
  const rates = [
    '12.34 : 1',
    '단지 12.34:1',
    '단지 1,234 대 1',
    '1순위 경쟁률 안내',
    '단지 (△12)',
    '단지 73.00：1',
    '당첨 가점 공개',
    '１２．３：１',
    '경쟁률'.normalize('NFD'),
  ];
  test.each(rates)('that looks like a rate: %s', (name) => {
    const [fault, ...more] = faultsOfEvents([named(name)], last, now);
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ canBeSent: false, ids: ['notice-2026000001'] });
    expect(JSON.stringify(fault)).not.toContain(name);
  });

  const odd = ['', ' ', '가'.repeat(121), '단지\u0000', '단지\n둘째 줄', '단\u200b지', '\u202e지단', '단지\u0007'];
  test.each(odd)('that is empty, endless or hides something: %j', (name) => {
    expect(wordsOf(named(name))).toEqual([expect.stringContaining('name')]);
  });

  test('and no real name is', (context) => {
    const folder = realRows('odcloud');
    if (!folder) return context.skip(withoutRealRows);
    const rows = readFileSync(join(folder, 'getAPTLttotPblancDetail.jsonl'), 'utf8').trim().split('\n');
    const names = rows.map((row) => (JSON.parse(row) as { HOUSE_NM: string }).HOUSE_NM);
    expect(names.length).toBeGreaterThan(2_000);
    expect(names.filter((name) => wordsOf(named(name)).length > 0)).toEqual([]);
  });
});

test('a rate in any other text is found too', () => {
  const event = news('results', '2026-11-24T09:30');
  expect(wordsOf({ ...event, id: 'results-2026000001-12:1' })).toContainEqual(expect.stringContaining('rate'));
  expect(wordsOf({ ...event, sigungu: '12.3:1' })).toContainEqual(expect.stringContaining('rate'));
});

test('an instant that lies ahead, or months behind, is absurd', () => {
  expect(wordsOf(news('notice', '2026-11-24T10:06'))).toEqual([expect.stringContaining('future')]);
  expect(wordsOf(news('notice', '2026-09-20T10:06'))).toEqual([expect.stringContaining('older')]);
});

test('more than two thousand events at once are absurd', () => {
  const many = Array.from({ length: 2_001 }, (_, i) =>
    news('notice', '2026-11-24T09:30', { noticeId: String(2026000001 + i) }),
  );
  expect(wordsOf(...many.slice(1))).toEqual([]);
  expect(wordsOf(...many)).toEqual([expect.stringContaining('at once')]);
});

test('an event that is of another notice than it says, or leads elsewhere, is absurd', () => {
  const event = news('results', '2026-11-24T09:30');
  for (const wrong of [
    { id: 'results-2026000002' },
    { id: 'notice-2026000001' },
    { url: '/notices/2026000001/' },
    { url: '/results/2026000002/' },
  ])
    expect(wordsOf({ ...event, ...wrong })).toEqual([expect.stringContaining('do not go')]);
  expect(wordsOf(news('correction', '2026-11-24T09:30', { id: 'correction-2026000001-2' }))).toHaveLength(1);
});

test('a place that is no code, or of another 시도, is absurd', () => {
  for (const wrong of [{ sido: '서울', sigungu: null }, { sido: '26' }, { sido: null }, { sigungu: '강남구' }])
    expect(wordsOf(news('notice', '2026-11-24T09:30', wrong))).toEqual([expect.stringContaining('place')]);
});

describe('a schedule is absurd', () => {
  type More = Parameters<typeof entry>[0];
  const entries = (count: number, more: (i: number) => More = (i) => ({ opensOn: `2027-0${1 + (i % 9)}-01` })) =>
    Array.from({ length: count }, (_, i) =>
      entry({ noticeId: String(2026000001 + i), opensOn: null, closesOn: null, winnersOn: null, ...more(i) }),
    );
  const undecided = () => false;
  const wordsOfDays = (count: number, more: (i: number) => More) =>
    faultsOfSchedule(entries(count, more), null, undecided, now).map(({ words }) => words);

  test('that has lost more than half of what it had', () => {
    const lost = (before: number, after: number) => faultsOfSchedule(entries(after), entries(before), undecided, now);
    expect(lost(40, 20)).toEqual([]);
    expect(lost(41, 20)).toEqual([expect.objectContaining({ canBeSent: true })]);
    expect(lost(19, 0)).toEqual([]);
  });

  test.each(['opensOn', 'closesOn', 'winnersOn'])('in which a day is everybody’s: %s', (which) => {
    expect(wordsOfDays(200, () => ({ [which]: '2026-11-26' }))).toEqual([]);
    expect(wordsOfDays(201, () => ({ [which]: '2026-11-26' }))).toEqual([
      expect.stringContaining('comes up more than'),
    ]);
  });

  test('that would remind people too often on one day, of whatever', () => {
    const all = { opensOn: '2026-11-26', closesOn: '2026-11-26', winnersOn: '2026-11-26' };
    expect(wordsOfDays(66, () => all)).toEqual([]);
    expect(wordsOfDays(67, () => all)).toEqual([expect.stringMatching(/^67 entries .* comes up more than/)]);
  });

  test('that closes before it opens, or has winners before it closes, more than a slip here and there', () => {
    const early = [
      { opensOn: '2026-11-26', closesOn: '2026-11-25' },
      { closesOn: '2026-12-26', winnersOn: '2026-12-02' },
      { opensOn: '2026-12-26', winnersOn: '2026-12-02' },
    ];
    for (const more of early) {
      expect(wordsOfDays(5, () => more)).toEqual([]);
      expect(wordsOfDays(6, () => more)).toEqual([expect.stringContaining('before they close')]);
    }
    expect(wordsOfDays(6, () => ({ opensOn: '2026-11-26', closesOn: '2026-11-26', winnersOn: '2026-11-26' }))).toEqual(
      [],
    );
  });

  test('of which much is long over', () => {
    const none = { competition: null, specialSupply: null, score: null };
    const over = { opensOn: '2026-11-10', closesOn: '2026-11-11', winnersOn: '2026-11-16', publications: none };
    expect(wordsOfDays(20, () => over)).toEqual([]);
    expect(wordsOfDays(21, () => over)).toEqual([expect.stringContaining('over for more than a week')]);
    expect(wordsOfDays(21, () => ({ ...over, winnersOn: '2026-11-17' }))).toEqual([]);
    const moved = { ...none, competition: '2026-12-01T19:30:00+09:00' };
    expect(wordsOfDays(21, () => ({ ...over, publications: moved }))).toEqual([]);
    expect(wordsOfDays(21, () => ({ publications: none }))).toEqual([]);
  });

  test('and no real day is', (context) => {
    const folder = realRows('odcloud');
    if (!folder) return context.skip(withoutRealRows);
    type Row = Record<string, string | null> & { HOUSE_MANAGE_NO: string };
    const rows = readFileSync(join(folder, 'getAPTLttotPblancDetail.jsonl'), 'utf8').trim().split('\n');
    const real = rows.map((text) => {
      const row = JSON.parse(text) as Row;
      const days = (which: RegExp) =>
        Object.keys(row)
          .filter((field) => which.test(field))
          .flatMap((field) => row[field] ?? [])
          .sort();
      const [opensOn, closesOn] = [days(/^(?!CNTRCT).*(BGNDE|RCPTDE)$/)[0]!, days(/^(?!CNTRCT).*ENDDE$/).at(-1)!];
      return entry({ noticeId: row.HOUSE_MANAGE_NO, opensOn, closesOn, winnersOn: row['PRZWNER_PRESNATN_DE']! });
    });
    expect(real.length).toBeGreaterThan(2_000);
    expect(faultsOfSchedule(real, null, undecided, new Date('2020-02-03T00:00:00+09:00'))).toEqual([]);
  });
});
