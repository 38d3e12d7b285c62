import { expect, test } from 'vitest';
import { isDue } from '../../../../db/ingest/odcloud/due.ts';

const instant = new Date('2026-11-01T19:30:00+09:00');
const at = (text: string) => new Date(text);
const ask = (askedAt: string, rows: number) => ({ askedAt: at(askedAt).toISOString(), rows });

test('nothing is due before its instant, and from it on', () => {
  expect(isDue(instant, undefined, new Date(instant.getTime() - 1))).toBe(false);
  expect(isDue(instant, undefined, instant)).toBe(true);
});

test('what is held is never due', () => {
  expect(isDue(null, undefined, at('2099-01-01T00:00:00Z'))).toBe(false);
});

test('what nobody has asked for is due however old it is', () => {
  expect(isDue(instant, undefined, at('2027-11-01T00:00:00+09:00'))).toBe(true);
});

test('an ask from before the instant was moved does not count', () => {
  expect(isDue(instant, ask('2026-10-20T09:00:00+09:00', 12), at('2027-01-01T00:00:00+09:00'))).toBe(true);
});

test.each([0, 12])('the same is asked for once between two refreshes of the API, 02:30 and 02:30 (%i rows)', (rows) => {
  const asked = ask('2026-11-05T02:30:00+09:00', rows);
  expect(isDue(instant, asked, at('2026-11-06T02:29:59+09:00'))).toBe(false);
  expect(isDue(instant, asked, at('2026-11-06T02:30:00+09:00'))).toBe(true);
});

test('rows are settled 14 days after their instant', () => {
  const asked = ask('2026-11-10T12:00:00+09:00', 12);
  expect(isDue(instant, asked, at('2026-11-15T19:30:00+09:00'))).toBe(true);
  expect(isDue(instant, asked, at('2026-11-15T19:30:01+09:00'))).toBe(false);
});

test('rows that never came are given up 30 days after their instant', () => {
  const asked = ask('2026-11-10T12:00:00+09:00', 0);
  expect(isDue(instant, asked, at('2026-12-01T19:30:00+09:00'))).toBe(true);
  expect(isDue(instant, asked, at('2026-12-01T19:30:01+09:00'))).toBe(false);
});
