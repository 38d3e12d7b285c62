import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { intoEnvelope, outOfEnvelope } from '../../../../site/release/prepare/release-envelope.ts';

const mebibyte = 1 << 20;
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 2_000 }),
  fc.nat(2_000).map((length) => new Uint8Array(length)),
);
const buffers = fc.tuple(bytes, fc.array(bytes, { maxLength: 5 })).map(([header, files]) => ({
  header: Buffer.from(header),
  files: files.map((file) => Buffer.from(file)),
}));

test('what is put in comes out, zeros at its end too, and all of one size class have one size', () => {
  fc.assert(
    fc.property(buffers, ({ header, files }) => {
      const plaintext = intoEnvelope(header, files)!;
      expect(plaintext.length).toBe(mebibyte);
      expect(outOfEnvelope(plaintext)).toEqual({ header, files: Buffer.concat(files) });
    }),
    { numRuns: 60 },
  );
});

test('what the padding looks like does not matter', () => {
  const plaintext = intoEnvelope(Buffer.from('header'), [Buffer.from('files')])!;
  plaintext.fill('x', 200);
  expect(outOfEnvelope(plaintext)).toEqual({ header: Buffer.from('header'), files: Buffer.from('files') });
});

test('there are five sizes, and what fits into none is refused', () => {
  const head = 'x'.length + `{"release":1,"header":1,"files":1234567,"sha256":"${'0'.repeat(64)}"}\n`.length;
  const sizeOf = (length: number) => intoEnvelope(Buffer.from('x'), [Buffer.alloc(length)])?.length;
  expect(sizeOf(0)).toBe(mebibyte);
  expect(sizeOf(mebibyte)).toBe(4 * mebibyte);
  expect(sizeOf(4 * mebibyte - head)).toBe(4 * mebibyte);
  expect(sizeOf(4 * mebibyte - head + 1)).toBe(16 * mebibyte);
  expect(sizeOf(16 * mebibyte)).toBe(64 * mebibyte);
  expect(sizeOf(64 * mebibyte)).toBe(256 * mebibyte);
  expect(sizeOf(256 * mebibyte)).toBeUndefined();
});

test.each([
  ['of another version', '"release":1', '"release":2', 'version 2 of the envelope, and this program reads version 1'],
  ['that says a shorter content', '"files":5', '"files":4', 'not hold what was sealed'],
  ['that says a longer header', '"header":6', '"header":7', 'not hold what was sealed'],
  ['whose content reaches past its end', '"files":5', '"files":999999999', 'not hold what was sealed'],
  ['of something else', '{"release"', '{"vault"', 'It holds no release'],
])('an envelope %s is refused', (_, from, to, sentence) => {
  const text = intoEnvelope(Buffer.from('header'), [Buffer.from('files')])!.toString('latin1');
  expect(outOfEnvelope(Buffer.from(text.replace(from, to), 'latin1'))).toEqual({
    problem: expect.stringContaining(sentence) as unknown,
  });
});

test('a plaintext that is cut off is refused, wherever it ends', () => {
  const plaintext = intoEnvelope(Buffer.from('header'), [Buffer.from('files')])!;
  const end = plaintext.indexOf('files\0') + 'files'.length;
  for (let length = 0; length < end; length += 1)
    expect(outOfEnvelope(plaintext.subarray(0, length))).toHaveProperty('problem');
});
