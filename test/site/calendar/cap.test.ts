import { expect, test } from 'vitest';
import { capped } from '../../../site/calendar/cap.ts';
import type { Group } from '../../../site/calendar/groups.ts';

function group(size: number): Group {
  const lines = Array.from({ length: size }, (_, i) => ({
    href: `/notices/${i}/`,
    name: String(i),
    about: '',
    of: '',
  }));
  return { words: '접수 시작', short: '시작', tone: 'opens', lines, more: 0 };
}

const total = (days: Map<string, Group[]>) =>
  [...days.values()].flat().reduce((sum, { lines }) => sum + lines.length, 0);

test('a month that has room for all its lines keeps them', () => {
  const days = new Map([['2026-11-02', [group(300)]]]);
  expect(capped(days)).toEqual(days);
});

test('a month that is too full loses lines of its longest groups, and says how many', () => {
  const days = new Map([
    ['2026-11-02', [group(400), group(5)]],
    ['2026-11-03', [group(300)]],
  ]);
  const short = capped(days);
  expect(total(short)).toBeLessThanOrEqual(460);
  expect(total(short)).toBeGreaterThan(455);
  expect(short.get('2026-11-02')!.map(({ more }) => more)).toEqual([173, 0]);
  expect(short.get('2026-11-03')!.map(({ more }) => more)).toEqual([73]);
});
