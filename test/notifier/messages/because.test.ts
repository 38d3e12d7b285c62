import { expect, test } from 'vitest';
import type { Wishes } from '../../../db/subscribers/wishes.ts';
import { becauseOf } from '../../../notifier/messages/because.ts';
import { event } from './given.ts';

const wishes: Wishes = {
  places: ['11680', '11', 'all'],
  kinds: ['apt'],
  notices: [],
  moments: ['results'],
  digestAt: null,
  quiet: null,
};

test('of the wishes that an event meets the narrowest is named', () => {
  const about = event({ kind: 'results' });
  expect(becauseOf(about, { ...wishes, notices: ['2026000001'] })).toEqual({ by: 'notice' });
  expect(becauseOf(about, wishes)).toEqual({ by: 'place', place: '11680' });
  expect(becauseOf(about, { ...wishes, places: ['all', '11'] })).toEqual({ by: 'place', place: '11' });
  expect(becauseOf(about, { ...wishes, places: ['26', 'all'] })).toEqual({ by: 'place', place: 'all' });
});

test('an event of another place, kind or moment meets none', () => {
  expect(becauseOf(event({ kind: 'results' }), { ...wishes, places: ['26'] })).toBeNull();
  expect(becauseOf(event({ kind: 'results', noticeKind: 'officetel' }), wishes)).toBeNull();
  expect(becauseOf(event({ kind: 'results' }), { ...wishes, moments: ['notice'] })).toBeNull();
});

test('who wants to hear what closes today hears the evening before where that is their hour', () => {
  const tomorrow = event({ kind: 'closes-tomorrow' });
  expect(becauseOf(tomorrow, { ...wishes, moments: ['closes-today'] })).toEqual({ by: 'place', place: '11680' });
  expect(becauseOf(tomorrow, { ...wishes, moments: ['opens-tomorrow'] })).toBeNull();
});

test('who wants corrections hears of what is cancelled', () => {
  const cancelled = event({ kind: 'cancelled' });
  expect(becauseOf(cancelled, { ...wishes, moments: ['correction'] })).toEqual({ by: 'place', place: '11680' });
});
