import { expect, test } from 'vitest';
import { koreanStamp } from '../../../db/clock.ts';
import { alertOf } from '../../../notifier/feed/alert-of.ts';
import { entry, news } from './small-site.ts';

const span = (...asked: Parameters<typeof alertOf>) => {
  const alert = alertOf(...asked);
  return alert && [koreanStamp(alert.notBefore).slice(0, 16), koreanStamp(alert.expiresAt).slice(0, 16)];
};

test('an alert says what the event says, and nothing more', () => {
  expect(alertOf(news('correction', '2026-11-20T09:30', { revision: 3 }), entry())).toEqual({
    id: 'correction-2026000001-3',
    kind: 'correction',
    noticeId: '2026000001',
    noticeName: '등대마을 첫째 단지',
    noticeKind: 'apt',
    sido: '11',
    sigungu: '11680',
    path: '/notices/2026000001/',
    notBefore: new Date('2026-11-20T09:30:00+09:00'),
    expiresAt: new Date('2026-11-23T09:30:00+09:00'),
  });
});

test('a new notice is news for three days, and never after its receipt has closed', () => {
  expect(span(news('notice', '2026-11-20T09:30'), entry())).toEqual(['2026-11-20T09:30', '2026-11-23T09:30']);
  expect(span(news('notice', '2026-11-25T09:30'), entry())).toEqual(['2026-11-25T09:30', '2026-11-26T17:30']);
  expect(span(news('notice', '2026-11-25T09:30'), entry({ closesOn: null }))?.[1]).toBe('2026-11-28T09:30');
  expect(span(news('notice', '2026-11-25T09:30'), undefined)?.[1]).toBe('2026-11-28T09:30');
});

test('a cancelled notice is told for a week', () => {
  expect(span(news('cancelled', '2026-11-20T09:30'), entry())?.[1]).toBe('2026-11-27T09:30');
});

test('results are told for three days, and before neither their event nor their publication instant', () => {
  const results = news('results', '2026-11-26T19:29');
  expect(span(results, entry())).toEqual(['2026-11-26T19:30', '2026-11-29T19:30']);
  expect(span({ ...results, at: '2026-11-26T19:31:00+09:00' }, entry())?.[0]).toBe('2026-11-26T19:31');
  expect(span(results, undefined)?.[0]).toBe('2026-11-26T19:29');
  expect(span({ ...results, id: 'results-2026000001-score' }, entry())?.[0]).toBe('2026-12-02T09:00');
});

test('results that the schedule holds are no alert', () => {
  const held = entry({ publications: { competition: null, specialSupply: null, score: null } });
  expect(alertOf(news('results', '2026-11-26T19:30'), held)).toBeNull();
  const { competition } = entry().publications;
  const remainder = entry({ kind: 'remainder', publications: { competition, specialSupply: null, score: null } });
  expect(span(news('results', '2026-11-26T19:30'), remainder)?.[0]).toBe('2026-11-26T19:30');
});
