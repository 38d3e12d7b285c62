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

test('a schedule that has lost half of what it had, or closes everything on one day, is absurd', () => {
  const entries = (count: number) =>
    Array.from({ length: count }, (_, i) => entry({ noticeId: String(2026000001 + i) }));
  const undecided = () => false;
  const lost = (before: number, after: number) => faultsOfSchedule(entries(after), entries(before), undecided);
  expect(lost(40, 20)).toEqual([]);
  expect(lost(41, 20)).toEqual([expect.objectContaining({ canBeSent: true })]);
  expect(lost(19, 0)).toEqual([]);
  expect(faultsOfSchedule(entries(500), null, undecided)).toEqual([]);
  expect(faultsOfSchedule(entries(501), null, undecided)).toHaveLength(1);
});
