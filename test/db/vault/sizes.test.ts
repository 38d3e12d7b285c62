import { statSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestPackage, padded } from '../../../db/vault/size-classes.ts';
import { freshVault } from './fresh-vault.ts';
import { clear, operationNamed, rowOf } from './packages.ts';

const competition = operationNamed('getAPTLttotPblancCmpet');
const mebibyte = 1 << 20;

/** Rows of a few notices, each in a cell of its own, with any values. */
const anyPackage = fc
  .record({
    notices: fc.uniqueArray(fc.integer({ min: 2_020_000_000, max: 2_029_999_999 }), { minLength: 1, maxLength: 12 }),
    applicants: fc.array(fc.nat(99_999_999), { minLength: 1, maxLength: 200 }),
  })
  .map(({ notices, applicants }) =>
    clear({
      [competition.name]: applicants.map((count, i) =>
        rowOf(competition, {
          HOUSE_MANAGE_NO: String(notices[i % notices.length]),
          MODEL_NO: String(i + 100),
          REQ_CNT: count.toLocaleString('en'),
          CMPET_RATE: count % 2 ? `(△${count})` : `${count}.00`,
        }),
      ),
    }),
  );

test('packages that differ in values, rows and notices have the same size', async () => {
  const vault = await freshVault();
  const sizeOf = async (bytes: Uint8Array) => statSync(join(vault.folder, await vault.seal(bytes))).size;
  await fc.assert(
    fc.asyncProperty(anyPackage, anyPackage, async (one, other) => {
      expect(await sizeOf(one)).toBe(await sizeOf(other));
    }),
    { numRuns: 15 },
  );
});

test('four thousand rows, where the busiest day of the real ones has 284, are of the smallest size', async () => {
  const vault = await freshVault();
  const rows = Array.from({ length: 4_000 }, (_, i) =>
    rowOf(competition, { HOUSE_MANAGE_NO: String(2_026_000_000 + i), REQ_CNT: String(i) }),
  );
  const [many, one] = [
    await vault.seal(clear({ [competition.name]: rows })),
    await vault.seal(clear({ [competition.name]: rows.slice(0, 1) })),
  ];
  const sizeOf = (file: string) => statSync(join(vault.folder, file)).size;
  expect(sizeOf(many)).toBe(sizeOf(one));
});

test('there are four sizes, and what fits into none is refused', () => {
  for (const size of [1, 4, 16, 64].map((each) => each * mebibyte)) {
    expect(padded('가'.repeat(9))!.toString()).toMatch(/^가{9} +$/);
    expect(padded('x'.repeat(size))!.length).toBe(size);
    expect(padded('x'.repeat(size + 1))?.length).toBe(size === largestPackage ? undefined : size * 4);
  }
});
