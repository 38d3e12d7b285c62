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
  const about = event();
  expect(becauseOf(about, { ...wishes, notices: ['2026000001'] })).toEqual({ by: 'notice' });
  expect(becauseOf(about, wishes)).toEqual({ by: 'place', place: '11680' });
  expect(becauseOf(about, { ...wishes, places: ['all', '11'] })).toEqual({ by: 'place', place: '11' });
  expect(becauseOf(about, { ...wishes, places: ['26', 'all'] })).toEqual({ by: 'place', place: 'all' });
});

test('who is told for an earlier message alone is told that', () => {
  expect(becauseOf(event(), { ...wishes, places: ['26'] })).toEqual({ by: 'told' });
  expect(becauseOf(event({ noticeKind: 'officetel' }), wishes)).toEqual({ by: 'told' });
});
