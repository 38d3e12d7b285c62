import { assert, integer, property, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { packIds, unpackIds } from '../../../../db/subscribers/ledger/id-set.ts';

const sets = (most: number) =>
  uniqueArray(integer({ min: 0, max: most }), { maxLength: 1_000 }).map((ids) => Uint32Array.from(ids).sort());

test.each([10, 2_000, 1_000_000, 0xffff_ffff])('ids up to %i come back as they were', (most) => {
  assert(
    property(sets(most), (ids) => {
      expect(unpackIds(packIds(ids))).toEqual(ids);
    }),
  );
});

test('a thousand that are close take a bit each, and a few that are far apart some bytes each', () => {
  expect(packIds(Uint32Array.from({ length: 1_000 }, (_, i) => 5_000 + i)).length).toBe(9 + 125);
  expect(packIds(Uint32Array.of(7, 1_000_000, 4_000_000_000)).length).toBe(9 + 3 + 5);
  expect(packIds(new Uint32Array()).length).toBe(9);
});
