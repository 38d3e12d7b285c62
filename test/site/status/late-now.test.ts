import { expect, test } from 'vitest';
import { recordLate } from '../../../db/catalog/publication-record.ts';
import { koreanInstant } from '../../../db/clock.ts';
import { lateNow } from '../../../site/status/late-now.ts';
import { freshCatalog } from '../../fresh.ts';
import { after, publish } from './eventful.ts';

const morning = koreanInstant('2026-11-24', '09:00');
const evening = koreanInstant('2026-11-24', '19:30');

test('an instant is late from the moment after a check failed until it is published', () => {
  const { db } = freshCatalog();
  const lateAt = (milliseconds: number) => lateNow(db, after(evening, milliseconds)).map(({ words }) => words);
  expect(lateAt(60_000)).toEqual([]);
  recordLate(db, evening, after(evening, 20), 'The disk is full.');
  expect([lateAt(0), lateAt(20), lateAt(21)]).toEqual([[], [], ['2026년 11월 24일(화) 19:30']]);
  publish(db, evening, 'open', 90_000, 40);
  expect(lateAt(90_000)).toHaveLength(1);
  expect(lateAt(90_001)).toEqual([]);
});

test('those that wait longest lead', () => {
  const { db } = freshCatalog();
  for (const at of [evening, morning]) recordLate(db, at, after(at, 20), 'The disk is full.');
  expect(lateNow(db, after(evening, 60_000)).map(({ datetime }) => datetime)).toEqual([
    '2026-11-24T09:00:00+09:00',
    '2026-11-24T19:30:00+09:00',
  ]);
});
