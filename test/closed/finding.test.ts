import { brotliCompressSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { finderOf } from './finder-of.ts';

const find = finderOf(['73911.37', '카나리아 "739"']);

test.each([
  ['as it is', 'rate 73911.37 :1'],
  ['as a page prints it', 'rate 73,911.37 :1'],
  ['in JSON', JSON.stringify({ name: 'x 카나리아 "739" x' })],
  ['in a page', '<td>카나리아 &#34;739&#34;</td>'],
  ['with every sign escaped', '\\u0037\\u0033\\u0039\\u0031\\u0031\\u002e\\u0033\\u0037'],
  ['in an address', `/results/?name=${encodeURIComponent('카나리아 "739"')}`],
  ['in hex', Buffer.from('a 73911.37').toString('hex')],
  ['in UTF-16', Buffer.from('a 카나리아 "739"', 'utf16le')],
  ['in gzip', gzipSync('rate 73911.37')],
  ['in Brotli', brotliCompressSync('rate 73911.37')],
  ['in a ZIP archive', zipSync({ 'competition.csv': Buffer.from('rate 73911.37') })],
  ['in a calendar that cuts it in two', 'BEGIN:VCALENDAR\r\nDESCRIPTION:739\r\n 11.37\r\nEND:VCALENDAR'],
  ['in base64 within gzip', gzipSync(Buffer.from('ab 73911.37 cd').toString('base64'))],
])('a value is found %s', (_, bytes) => {
  expect(find(bytes)).not.toEqual([]);
});

test.each([0, 1, 2, 3, 4, 5])('a value is found in base64 that begins %i bytes before it', (before) => {
  for (const value of ['73911.37', '카나리아 "739"'])
    for (const after of ['', 'x', 'xy'])
      for (const encoding of ['base64', 'base64url'] as const)
        expect(find(Buffer.from('?'.repeat(before) + value + after).toString(encoding))).not.toEqual([]);
});

test('other values are not found', () => {
  for (const bytes of ['73911.36 카나리아 "738"', gzipSync('73911'), Buffer.alloc(3_000, 7)])
    expect(find(bytes)).toEqual([]);
});
