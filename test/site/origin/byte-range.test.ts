import { expect, test } from 'vitest';
import { byteRange } from '../../../site/origin/byte-range.ts';

test.each([
  ['bytes=0-0', { from: 0, to: 1 }],
  ['bytes=0-99', { from: 0, to: 100 }],
  ['bytes=10-', { from: 10, to: 100 }],
  ['bytes=99-', { from: 99, to: 100 }],
  ['bytes=-1', { from: 99, to: 100 }],
  ['bytes=-500', { from: 0, to: 100 }],
  ['bytes=50-99999999999999999999999', { from: 50, to: 100 }],
  ['BYTES=0-4', { from: 0, to: 5 }],
])('of 100 bytes, "%s" is there', (header, span) => {
  expect(byteRange(header, 100)).toEqual(span);
});

test.each(['bytes=100-', 'bytes=100-200', 'bytes=99999999999999999999-', 'bytes=-0'])(
  'of 100 bytes, "%s" is outside',
  (header) => {
    expect(byteRange(header, 100)).toBe('outside');
  },
);

test('nothing is inside an empty file', () => {
  expect(byteRange('bytes=0-', 0)).toBe('outside');
  expect(byteRange('bytes=-5', 0)).toBe('outside');
});

test.each([
  '',
  'bytes',
  'bytes=',
  'bytes=-',
  'bytes=5-4',
  'bytes=a-b',
  'bytes=0-1,5-6',
  'pages=1-2',
  'bytes=0x1-2',
  'bytes=--1',
  'bytes=1-2-3',
])('"%s" is ignored', (header) => {
  expect(byteRange(header, 100)).toBeUndefined();
});
