import { describe, expect, test } from 'vitest';
import { ways } from '../../../../content/rules/eligibility.ts';
import type { Answers } from '../../../../site/scripts/score/answers.ts';
import { verdictsOf } from '../../../../site/scripts/score/eligibility.ts';
import { problemsOf } from '../../../../site/scripts/score/problems.ts';
import { someone } from './some-answers.ts';

const asked = ways.map(({ id, only = null, lines }) => ({
  id,
  only,
  lines: lines.map((line) => ({ id: line.id, when: line.when ?? null })),
}));

function verdict(way: string, change: Partial<Answers>) {
  return verdictsOf(asked, { ...someone, ...change }).find(({ id }) => id === way);
}

function state(way: string, change: Partial<Answers>) {
  return verdict(way, change)?.state;
}

describe('1순위', () => {
  const regulated = { asked: { area: 'regulated', head: 'yes', won: 'no', deposit: 'yes' } };

  test('only the area that was chosen is spoken of', () => {
    const about = (area: string) =>
      verdictsOf(asked, { ...someone, asked: { area } })
        .map(({ id }) => id)
        .filter((id) => id.startsWith('rank1'));
    expect(about('regulated')).toEqual(['rank1-regulated']);
    expect(about('shrinking')).toEqual(['rank1-shrinking']);
    expect(about('')).toEqual([]);
  });

  test('of a regulated area may be open when all that was asked is met', () => {
    expect(state('rank1-regulated', regulated)).toBe('maybe');
    expect(state('rank1-regulated', { ...regulated, homes: 1 })).toBe('maybe');
  });

  test.each([
    ['no head of a household', { asked: { ...regulated.asked, head: 'no' } }],
    ['somebody has won', { asked: { ...regulated.asked, won: 'yes' } }],
    ['two homes', { ...regulated, homes: 2 }],
    ['a month short of two years', { ...regulated, joinedOn: '2024-12-20' }],
    ['under 19', { ...regulated, birth: '2007-11-21' }],
  ])('of a regulated area falls short: %s', (_, change) => {
    expect(state('rank1-regulated', change)).toBe('short');
  });

  test.each([
    ['regulated', '2024-11-20', '2024-11-21'],
    ['capital', '2025-11-20', '2025-11-21'],
    ['elsewhere', '2026-05-20', '2026-05-21'],
    ['shrinking', '2026-10-20', '2026-10-21'],
  ])('in an area that is %s needs an account of %s, %s is a day too late', (area, joined, tooLate) => {
    const line = (joinedOn: string) =>
      verdict(`rank1-${area}`, { joinedOn, asked: { area } })?.lines.find(({ id }) => id === `${area}-account`)?.fit;
    expect([line(joined), line(tooLate)]).toEqual(['met', 'unmet']);
  });

  test('waits while an answer is missing', () => {
    expect(state('rank1-regulated', { asked: { area: 'regulated', head: 'yes' } })).toBe('ask');
    expect(state('rank1-capital', { asked: { area: 'capital', deposit: '' } })).toBe('ask');
  });
});

describe('특별공급', () => {
  const couple = { married: 'yes' as const, marriedOn: '2019-11-20', asked: { deposit: 'yes' } };

  test('신혼부부: seven years end with the seventh anniversary', () => {
    expect(state('special-newlywed', couple)).toBe('maybe');
    expect(state('special-newlywed', { ...couple, marriedOn: '2019-11-19' })).toBe('short');
    expect(state('special-newlywed', { ...couple, marriedOn: '2026-11-20' })).toBe('maybe');
    expect(state('special-newlywed', { married: 'no', asked: { deposit: 'yes' } })).toBe('short');
  });

  test('다자녀: two, not one', () => {
    expect(state('special-children', { asked: { deposit: 'yes', minors: '2' } })).toBe('maybe');
    expect(state('special-children', { asked: { deposit: 'yes', minors: '1' } })).toBe('short');
    expect(state('special-children', { homes: 1, asked: { deposit: 'yes', minors: '2' } })).toBe('short');
  });

  test('생애최초: nobody ever had a home', () => {
    expect(state('special-first', { asked: { 'owned-ever': 'no', 'income-tax': 'yes' } })).toBe('maybe');
    expect(state('special-first', { asked: { 'owned-ever': 'yes', 'income-tax': 'yes' } })).toBe('short');
    expect(state('special-first', { asked: { 'owned-ever': 'no' } })).toBe('ask');
  });

  test('노부모부양: the head of the household', () => {
    expect(state('special-parents', { asked: { head: 'yes', 'old-parents': 'yes' } })).toBe('maybe');
    expect(state('special-parents', { asked: { head: 'no', 'old-parents': 'yes' } })).toBe('short');
  });

  test('신생아, 기관추천', () => {
    expect(state('special-newborn', { asked: { deposit: 'yes', newborn: 'yes' } })).toBe('maybe');
    expect(state('special-recommended', { asked: { recommended: 'no' } })).toBe('short');
  });

  test.each([
    ['2007-11-20', 'maybe'],
    ['2007-11-21', 'short'],
    ['1986-11-21', 'maybe'],
    ['1986-11-20', 'short'],
  ])('청년 born on %s: %s', (birth, expected) => {
    expect(state('special-youth', { birth })).toBe(expected);
  });
});

test('a line that nothing was asked for is left to the reader', () => {
  expect(verdict('special-newlywed', {})?.lines.find(({ id }) => id === 'income')?.fit).toBe('look');
});

describe('days that cannot be', () => {
  test('are told at their field', () => {
    expect(problemsOf({ ...someone, birth: '2026-11-21', joinedOn: null })).toEqual({
      birth: expect.stringContaining('늦습니다'),
    });
    expect(problemsOf({ ...someone, birth: '1890-01-01' })).toEqual({ birth: expect.stringContaining('연도') });
    expect(problemsOf({ ...someone, married: 'yes', marriedOn: '1989-01-01' })).toEqual({
      marriedOn: expect.stringContaining('빠릅니다'),
    });
    expect(problemsOf({ ...someone, married: 'yes', marriedOn: '2027-01-01' })).toEqual({
      marriedOn: expect.stringContaining('늦습니다'),
    });
    expect(problemsOf({ ...someone, joinedOn: '1989-01-01' })).toEqual({
      joinedOn: expect.stringContaining('빠릅니다'),
    });
    expect(problemsOf({ ...someone, joinedOn: '2027-01-01' })).toEqual({
      joinedOn: expect.stringContaining('늦습니다'),
    });
    expect(problemsOf({ ...someone, ownedEver: 'yes', homelessSince: '2027-01-01' })).toMatchObject({
      homelessSince: expect.stringContaining('늦습니다'),
    });
    expect(problemsOf({ ...someone, spouseJoinedOn: '2027-01-01' })).toEqual({
      spouseJoinedOn: expect.stringContaining('늦습니다'),
    });
  });

  test('good ones are not', () => {
    expect(problemsOf(someone)).toEqual({});
  });
});
