import { expect, test } from 'vitest';
import { readSettings } from '../../../db/settings.ts';

const sourcesIn = (CLOCK_SOURCES?: string) => readSettings({ CLOCK_SOURCES }).CLOCK_SOURCES;

test('without a setting there are no second clocks', () => {
  expect(sourcesIn()).toEqual([]);
  expect(sourcesIn('')).toEqual([]);
  expect(sourcesIn(' , ')).toEqual([]);
});

test('second clocks are addresses with commas between', () => {
  expect(sourcesIn('ntp://time.example, ntp://[::1]:1123 ,https://www.example/?a=b,http://10.0.0.1:8080/')).toEqual([
    'ntp://time.example',
    'ntp://[::1]:1123',
    'https://www.example/?a=b',
    'http://10.0.0.1:8080/',
  ]);
});

test.each([
  'time.example',
  'ntp:time.example',
  'ntp://',
  'ntp://time.example:0',
  'ntp://time.example:70000',
  'ntp://me:secret@time.example',
  'ntp://time.example/secret',
  'ftp://time.example',
  'https://',
  'https://time.example,secret',
])('"%s" is refused by a sentence that does not repeat it', (text) => {
  expect(() => sourcesIn(text)).toThrow(
    /^The setting CLOCK_SOURCES names an address that is neither ntp:\/\/host\[:port\] nor http\(s\)\. Mend it in the environment and start again\.$/,
  );
});
