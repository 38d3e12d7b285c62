import { expect, test } from 'vitest';
import { koreanStamp } from '../../../db/clock.ts';
import { remindersOf } from '../../../notifier/reminders/reminders-of.ts';
import { entry } from '../feed/small-site.ts';

const at = (text: string) => new Date(`${text}:00+09:00`);
const lines = (now: string, more: Parameters<typeof entry>[0] = {}) =>
  remindersOf([entry(more)], at(now)).map(
    ({ id, notBefore, expiresAt }) =>
      `${id} ${koreanStamp(notBefore).slice(5, 16)} ${koreanStamp(expiresAt).slice(5, 16)}`,
  );

test('the evening before, the morning of, the last day and the day of the winners are told, each at its hour', () => {
  expect(lines('2026-11-23T08:00')).toEqual([
    'opens-tomorrow-2026000001-2026-11-23 11-23T18:00 11-24T00:00',
    'opens-today-2026000001-2026-11-24 11-24T07:30 11-24T17:30',
  ]);
  expect(lines('2026-11-26T06:00')).toEqual(['closes-today-2026000001-2026-11-26 11-26T09:00 11-26T17:30']);
  expect(lines('2026-12-02T00:00')).toEqual(['winners-today-2026000001-2026-12-02 12-02T08:00 12-03T00:00']);
});

test('a reminder carries its notice and the page, and no number', () => {
  expect(remindersOf([entry()], at('2026-11-26T06:00'))[0]).toEqual({
    id: 'closes-today-2026000001-2026-11-26',
    kind: 'closes-today',
    noticeId: '2026000001',
    noticeName: '등대마을 첫째 단지',
    noticeKind: 'apt',
    sido: '11',
    sigungu: '11680',
    path: '/notices/2026000001/',
    notBefore: at('2026-11-26T09:00'),
    expiresAt: at('2026-11-26T17:30'),
  });
});

test('nobody is reminded of what is over', () => {
  expect(lines('2026-11-26T17:29')).toHaveLength(1);
  expect(lines('2026-11-26T17:30')).toEqual([]);
  expect(lines('2026-11-24T00:00').map((line) => line.slice(0, 14))).not.toContain('opens-tomorrow');
});

test('nor a day early: a reminder is due within 24 hours or not yet', () => {
  expect(lines('2026-11-25T09:00')).toEqual([]);
  expect(lines('2026-11-25T09:01')).toHaveLength(1);
});

test('days are days in Korea, whatever the hour is elsewhere', () => {
  expect(remindersOf([entry()], new Date('2026-11-25T15:00:00Z')).map(({ kind }) => kind)).toEqual(['closes-today']);
  expect(remindersOf([entry()], new Date('2026-11-26T14:00:00Z'))).toEqual([]);
});

test('a day that is not known reminds of nothing', () => {
  const unknown = { opensOn: null, closesOn: null, winnersOn: null };
  for (const now of ['2026-11-23T17:00', '2026-11-24T07:00', '2026-11-26T08:00', '2026-12-02T07:00'])
    expect(lines(now, unknown)).toEqual([]);
});

test('a receipt of one day is told the evening before, as it opens and as it closes', () => {
  expect(lines('2026-11-24T00:01', { closesOn: '2026-11-24' }).map((line) => line.split('-2026')[0])).toEqual([
    'opens-today',
    'closes-today',
  ]);
});
