import { expect, test } from 'vitest';
import { isLate } from '../../../db/catalog/late.ts';
import { publications } from '../../../db/catalog/schema.ts';
import { freshCatalog } from '../../fresh.ts';

const T = new Date('2026-11-24T19:30:00+09:00');
const after = (seconds: number) => new Date(T.getTime() + seconds * 1_000);
const row = (late: number | null, flipped: number | null) => ({
  at: T.toISOString(),
  lateAt: late === null ? null : after(late).toISOString(),
  lateBecause: late === null ? null : 'The clocks do not agree.',
  flippedAt: flipped === null ? null : after(flipped).toISOString(),
});

test.each([
  ['nothing is recorded of it', [], 60, false],
  ['no check failed', [row(null, 1)], 60, false],
  ['a check failed just before', [row(1, null)], 2, true],
  ['a check fails at the instant that is spoken of', [row(1, null)], 1, false],
  ['a check is to fail later than the instant that is spoken of', [row(30, null)], 29, false],
  ['it went out since', [row(1, 50)], 60, false],
  ['it went out later than the instant that is spoken of', [row(1, 50)], 49, true],
])('a publication of which %s', (_, rows, seconds, late) => {
  const { db } = freshCatalog();
  for (const each of rows) db.insert(publications).values(each).run();
  expect(isLate(db, T, after(seconds))).toBe(late);
  expect(isLate(db, after(1), after(seconds))).toBe(false);
});
