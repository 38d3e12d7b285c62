import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIntact, type SealedRelease } from '../../../../site/release/prepare/sealed-releases.ts';
import { freshFolder } from '../../../fresh.ts';
import { aPreparation, contentOf, type Preparation } from './a-preparation.ts';

const chunk = 65_536 + 16;

/** One preparation, and what becomes of it when its ciphertext is another. */
async function damaging() {
  const it = await aPreparation(freshFolder());
  const sealed = await it.seal();
  const [whole, staged] = [readFileSync(sealed.path), it.stage()];
  const everything = contentOf(it.releases);
  return {
    it,
    sealed,
    whole,
    payload: whole.indexOf('\n', whole.indexOf('\n--- ') + 1) + 1,
    expectHeld: async () => {
      expect(isIntact(sealed)).toBe(false);
      expect(await it.unseal(sealed, staged)).toEqual({
        problem: expect.stringMatching(
          /^Sealed release [0-9a-f]{32}\.age cannot be unsealed\. It is damaged or cut off, or was sealed to another recipient/,
        ) as unknown,
      });
    },
    expectUntouched: () => expect(contentOf(it.releases)).toEqual(everything),
    repair: () => expectRepaired(it, sealed, whole, staged),
  };
}

async function expectRepaired(
  it: Preparation,
  sealed: SealedRelease,
  whole: Buffer,
  staged: ReturnType<Preparation['stage']>,
) {
  writeFileSync(sealed.path, whole);
  expect(isIntact(sealed)).toBe(true);
  expect(await it.unseal(sealed, staged)).toEqual(it.target);
}

test('a bit that is other, wherever it is, opens nothing and changes nothing', async () => {
  const { sealed, whole, payload, expectHeld, expectUntouched, repair } = await damaging();
  const last = whole.length - 1;
  const stanza = whole.indexOf('-> X25519 ');
  const inHeader = [
    0,
    10,
    stanza,
    stanza + 12,
    whole.indexOf('\n', stanza) + 5,
    whole.indexOf('\n--- ') + 2,
    payload - 1,
  ];
  const secondChunk = payload + 16 + chunk;
  const inPayload = [payload, payload + 15, payload + 16, secondChunk - 1, secondChunk, last - 16, last - 15, last];
  const flip = async (place: number, bit: number) => {
    const bytes = Buffer.from(whole);
    bytes[place]! ^= 1 << bit;
    writeFileSync(sealed.path, bytes);
    await expectHeld();
  };
  for (const place of [...inHeader, ...inPayload]) await flip(place, 0);
  await fc.assert(fc.asyncProperty(fc.nat(last), fc.nat(7), flip), { numRuns: 60 });
  expectUntouched();
  await repair();
});

test('a ciphertext that is cut off, also between two chunks, or has something after it, opens nothing', async () => {
  const { sealed, whole, payload, expectHeld, expectUntouched, repair } = await damaging();
  const ends = [0, 1, 22, payload - 1, payload, payload + 16, payload + 17, whole.length - 1];
  const betweenChunks = Array.from({ length: 16 }, (_, i) => payload + 16 + i * chunk);
  for (const end of [...ends, ...betweenChunks]) {
    writeFileSync(sealed.path, whole);
    truncateSync(sealed.path, end);
    await expectHeld();
  }
  for (const more of [1, 16, chunk]) {
    writeFileSync(sealed.path, Buffer.concat([whole, Buffer.alloc(more)]));
    await expectHeld();
  }
  expectUntouched();
  await repair();
});

test("two chunks in each other's place open nothing", async () => {
  const { sealed, whole, payload, expectHeld, expectUntouched } = await damaging();
  const [begin, middle, end] = [0, 1, 2].map((i) => payload + 16 + i * chunk);
  const parts = [
    whole.subarray(0, begin),
    whole.subarray(middle, end),
    whole.subarray(begin, middle),
    whole.subarray(end),
  ];
  writeFileSync(sealed.path, Buffer.concat(parts));
  await expectHeld();
  expectUntouched();
});
