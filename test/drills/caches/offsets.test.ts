import { expect, test } from 'vitest';
import { offsetsOf } from './offsets.ts';

const at = Date.UTC(2026, 10, 24, 10, 30);
const versions = new Map([
  ['/', { before: new Set(['old', 'old.gz']), after: new Set(['new', 'new.gz']) }],
  ['/same/', { before: new Set(['same']), after: new Set(['same']) }],
]);

function answer(path: string, digest: string, first: number, last: number, tag = `"${digest}"`) {
  return { path, digest, tag, firstByteAt: at + first, lastByteAt: at + last };
}

test('the first byte of a new page and the last of an old one are told, from the instant on', () => {
  const got = [
    answer('/', 'old', -30, -20),
    answer('/', 'old.gz', 40, 70),
    answer('/', 'new.gz', 60, 90),
    answer('/', 'new', 95, 99),
  ];
  expect(offsetsOf(got, versions, at)).toEqual({
    answers: 4,
    firstNewByte: 60,
    lastOldByte: 70,
    errors: 0,
    torn: 0,
  });
});

test('a new page before the instant has a time below zero', () => {
  expect(offsetsOf([answer('/', 'new', -1, 3)], versions, at).firstNewByte).toBe(-1);
});

test('a page that stays the same is neither old nor new', () => {
  const { firstNewByte, lastOldByte } = offsetsOf([answer('/same/', 'same', 5, 6)], versions, at);
  expect([firstNewByte, lastOldByte]).toEqual([null, null]);
});

test('bytes of no release are torn, and so are those of one with the ETag of another', () => {
  const got = [answer('/', 'half', 1, 2), answer('/', 'new', 1, 2, '"old"'), answer('/', 'new', 1, 2, '')];
  expect(offsetsOf(got, versions, at).torn).toBe(3);
});

test('what did not come is an error', () => {
  const { answers, errors } = offsetsOf([{ path: '/', failedAt: at, because: 'status 503' }], versions, at);
  expect([answers, errors]).toEqual([0, 1]);
});
