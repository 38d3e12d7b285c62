import { expect, test } from 'vitest';
import { hoursOf, takeHours } from '../../../db/catalog/hours.ts';
import { usualHours } from '../../../db/catalog/publication.ts';
import { publicationHours } from '../../../db/catalog/schema.ts';
import { freshCatalog } from '../../fresh.ts';

test('a catalog has the usual hours until others are taken, and then the last ones', () => {
  const { db } = freshCatalog();
  expect(hoursOf(db)).toEqual(usualHours);
  for (const hours of [{ competition: '20:00', score: '08:30' }, usualHours]) {
    takeHours(db, hours);
    expect(hoursOf(db)).toEqual(hours);
  }
  expect(db.select().from(publicationHours).all()).toHaveLength(1);
});

test('to take the usual hours leaves a catalog as it is', () => {
  const { db } = freshCatalog();
  takeHours(db, usualHours);
  expect(db.select().from(publicationHours).all()).toEqual([]);
});
