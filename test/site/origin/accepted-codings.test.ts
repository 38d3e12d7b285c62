import { expect, test } from 'vitest';
import { acceptedCodings } from '../../../site/origin/accepted-codings.ts';

test.each([
  ['gzip, deflate, br, zstd', 'br gzip identity'],
  ['gzip, deflate', 'gzip identity'],
  ['br', 'br identity'],
  ['BR, GZip', 'br gzip identity'],
  ['x-gzip', 'gzip identity'],
  ['', 'identity'],
  ['deflate', 'identity'],
  ['identity', 'identity'],
  ['*', 'br gzip identity'],
  ['gzip;q=1.0, br;q=0.5', 'gzip br identity'],
  ['br;q=0.5, gzip;q=0.5', 'br gzip identity'],
  ['br;q=0, gzip', 'gzip identity'],
  ['br;q=0', 'identity'],
  ['br;q=0, *', 'gzip identity'],
  ['*;q=0, gzip', 'gzip'],
  ['identity;q=0, br', 'br'],
  ['identity;q=0', ''],
  ['identity;q=1, br;q=0.8, gzip;q=0.9', 'identity gzip br'],
  ['br ; q=0.001 , gzip ; q=0.000', 'br identity'],
  ['br;q=2, gzip', 'gzip identity'],
  ['br;q=-1, gzip;q=nonsense', 'identity'],
  [',,;q=1, ,', 'identity'],
  ['brotli, gzipped', 'identity'],
])('Accept-Encoding "%s" takes %s', (header, codings) => {
  expect(acceptedCodings(header).join(' ')).toBe(codings);
});

test('a reader that says nothing gets the plain bytes', () => {
  expect(acceptedCodings(undefined)).toEqual(['identity']);
});
