import { describe, expect, test } from 'vitest';
import { firstRank, ways } from '../../content/rules/eligibility.ts';
import { account, family, homeless, scoreRules, scoreTables, spouse } from '../../content/rules/score.ts';
import { sources } from '../../content/rules/sources.ts';

const lines = [
  ...scoreTables.flatMap(({ steps }) => steps),
  ...Object.values(scoreRules).flat(),
  ...ways.flatMap((way) => way.lines),
];

test('each line has a source, and says what to check where it is not sure', () => {
  expect(lines.filter(({ source }) => !sources[source])).toEqual([]);
  expect(lines.filter((line) => !line.sure && !line.check.endsWith('확인하세요'))).toEqual([]);
  expect(lines.filter(({ source, sure }) => source === 'common' && sure)).toEqual([]);
});

test('no line promises: it states a condition', () => {
  expect(lines.filter(({ text }) => /당첨됩니다|자격이 됩니다|될 수 있습니다/.test(text))).toEqual([]);
});

describe('the tables', () => {
  test.each(scoreTables)('$name rises from step to step up to its most', ({ steps, most }) => {
    const rising = steps.every(
      ({ least, points }, i) => i === 0 || (least > steps[i - 1]!.least && points > steps[i - 1]!.points),
    );
    expect(rising).toBe(true);
    expect(steps[0]!.least).toBe(0);
    expect(steps.at(-1)!.points).toBe(most);
  });

  test('add up to 84', () => {
    expect(homeless.most + family.most + account.most).toBe(84);
  });

  test('say what 별표 1 says', () => {
    const points = ({ steps }: { steps: { points: number }[] }) => steps.map((step) => step.points).join(' ');
    expect(points(homeless)).toBe('2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 32');
    expect(points(family)).toBe('5 10 15 20 25 30 35');
    expect(points(account)).toBe('1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17');
    expect(points(spouse)).toBe('1 2 3');
  });

  test('say in words what they count', () => {
    expect(homeless.steps.map(({ text }) => text).slice(0, 2)).toEqual(['1년 미만', '1년 이상 2년 미만']);
    expect(homeless.steps.at(-1)!.text).toBe('15년 이상');
    expect(account.steps.map(({ text }) => text).slice(0, 3)).toEqual([
      '6개월 미만',
      '6개월 이상 1년 미만',
      '1년 이상 2년 미만',
    ]);
  });
});

test('ids are unique: of tables, and of lines within a way', () => {
  const ids = [...scoreTables.flatMap(({ steps }) => steps), ...Object.values(scoreRules).flat(), ...ways].map(
    ({ id }) => id,
  );
  expect(new Set(ids).size).toBe(ids.length);
  for (const way of ways) expect(new Set(way.lines.map(({ id }) => id)).size, way.name).toBe(way.lines.length);
});

test('each kind of area has its own first rank', () => {
  expect(firstRank.map(({ only }) => only?.is)).toEqual(['regulated', 'capital', 'elsewhere', 'shrinking']);
});
