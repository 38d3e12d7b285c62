import { assert, constantFrom, date as anyDate, integer, nat, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../site/scripts/score/answers.ts';
import { yearsAfter } from '../../../../site/scripts/score/periods.ts';
import { accountMonths, homelessFrom, scoreOf } from '../../../../site/scripts/score/score.ts';
import { someone, tables } from './some-answers.ts';

const score = (change: Partial<Answers>) => scoreOf({ ...someone, ...change }, tables);
const homeless = (change: Partial<Answers>) => score(change).homeless?.points;
const account = (joinedOn: string, notice: string) => score({ joinedOn, notice, birth: '1970-01-01' }).account?.points;
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

test('a whole score, as the guide counts it', () => {
  const all = score({ married: 'yes', marriedOn: '2018-05-12', children: 1, spouseJoinedOn: '2020-03-02' });
  expect(all).toEqual({
    homeless: { points: 18, step: 'homeless-8', count: 102 },
    family: { points: 15, step: 'family-2', count: 2 },
    account: { points: 14, step: 'account-12', count: 149 },
    spouse: { points: 3, step: 'spouse-2', count: 80 },
    total: 50,
  });
  expect(score({}).homeless).toMatchObject({ points: 14, step: 'homeless-6' });
});

describe('무주택기간', () => {
  test.each(Array.from({ length: 16 }, (_, year) => year))('%i years, on the day and the day before', (year) => {
    const notice = yearsAfter('2020-03-15', year);
    expect(homeless({ notice })).toBe(Math.min(32, 2 + 2 * year));
    if (year > 0) expect(homeless({ notice: dayBefore(notice) })).toBe(2 * year);
  });

  test('stays at 32 after fifteen years', () => {
    expect(homeless({ notice: '2055-03-15' })).toBe(32);
  });

  test('is nothing before 30 for the unmarried, 2 from the birthday on', () => {
    expect(homeless({ notice: '2020-03-14' })).toBe(0);
    expect(homeless({ notice: '2020-03-15' })).toBe(2);
  });

  test('begins with a marriage before 30, not with one after', () => {
    expect(homelessFrom({ ...someone, married: 'yes', marriedOn: '2018-05-12' })).toBe('2018-05-12');
    expect(homelessFrom({ ...someone, married: 'yes', marriedOn: '2020-03-14' })).toBe('2020-03-14');
    expect(homelessFrom({ ...someone, married: 'yes', marriedOn: '2021-06-01' })).toBe('2020-03-15');
  });

  test('begins anew when the last home was given away, but never earlier than otherwise', () => {
    expect(homelessFrom({ ...someone, ownedEver: 'yes', homelessSince: '2022-08-10' })).toBe('2022-08-10');
    expect(homelessFrom({ ...someone, ownedEver: 'yes', homelessSince: '2015-01-01' })).toBe('2020-03-15');
  });

  test('is nothing while the household has a home, whatever else is known', () => {
    expect(score({ homes: 1, birth: null }).homeless).toEqual({ points: 0, step: null, count: null });
  });

  test('of somebody born on 29 February begins on 1 March where the year has none', () => {
    const birth = '1996-02-29';
    expect(homeless({ birth, notice: '2026-02-28' })).toBe(0);
    expect(homeless({ birth, notice: '2026-03-01' })).toBe(2);
    expect(homeless({ birth: '1994-02-28', notice: '2024-02-28' })).toBe(2);
  });
});

describe('부양가족', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 12])('%i people', (people) => {
    expect(score({ parents: people }).family?.points).toBe(Math.min(35, 5 + 5 * people));
  });

  test('a husband or wife is one of them', () => {
    expect(score({ married: 'yes', marriedOn: '2020-01-01' }).family?.points).toBe(10);
  });
});

describe('청약통장', () => {
  test('half a year, and one day less', () => {
    expect(account('2020-01-10', '2020-01-10')).toBe(1);
    expect(account('2020-01-10', '2020-07-09')).toBe(1);
    expect(account('2020-01-10', '2020-07-10')).toBe(2);
    expect(account('2020-08-31', '2021-02-28')).toBe(1);
    expect(account('2020-08-31', '2021-03-01')).toBe(2);
  });

  test.each(Array.from({ length: 16 }, (_, year) => year + 1))('%i years, on the day and the day before', (year) => {
    const notice = yearsAfter('2000-02-29', year);
    expect(account('2000-02-29', notice)).toBe(Math.min(17, 2 + year));
    expect(account('2000-02-29', dayBefore(notice))).toBe(Math.min(17, 1 + year));
  });

  test('of a child counts two years until 2023, and five in all', () => {
    expect(accountMonths('2005-01-01', '2005-01-01', '2024-01-01')).toBe(24);
    expect(accountMonths('2012-05-01', '2005-01-01', '2023-12-31')).toBe(24);
    expect(accountMonths('2010-01-01', '2010-01-01', '2029-01-01')).toBe(60);
    expect(accountMonths('2024-01-01', '2010-01-01', '2026-01-01')).toBe(24);
    expect(accountMonths('2023-07-01', '2010-01-01', '2024-07-01')).toBe(12);
    expect(accountMonths('2005-01-01', '2000-01-01', '2026-01-01')).toBe(24 + 7 * 12);
  });

  test('of an adult counts whole', () => {
    expect(accountMonths('2019-01-01', '2000-01-01', '2026-01-01')).toBe(84);
  });
});

describe('the spouse’s account', () => {
  const spouse = (spouseJoinedOn: string | null, change: Partial<Answers> = {}) =>
    score({ married: 'yes', marriedOn: '2018-05-12', spouseJoinedOn, ...change }).spouse?.points;

  test('gives nothing, one, two or three points', () => {
    expect(spouse(null)).toBe(0);
    expect(spouse('2026-11-20')).toBe(1);
    expect(spouse('2025-11-21')).toBe(1);
    expect(spouse('2025-11-20')).toBe(2);
    expect(spouse('2024-11-21')).toBe(2);
    expect(spouse('2024-11-20')).toBe(3);
  });

  test('does not take both together past 17', () => {
    expect(spouse('2010-01-01', { birth: '1980-01-01', joinedOn: '2011-11-20' })).toBe(0);
    expect(spouse('2010-01-01', { birth: '1980-01-01', joinedOn: '2012-11-20' })).toBe(1);
  });

  test('of the unmarried is not asked for', () => {
    expect(spouse('2010-01-01', { married: 'no' })).toBe(0);
  });
});

test.each(['notice', 'birth', 'married', 'homes', 'ownedEver', 'parents', 'children', 'joinedOn'] as const)(
  'without an answer to %s there is no total',
  (name) => {
    expect(score({ [name]: null }).total).toBeNull();
  },
);

describe('whatever is answered', () => {
  const day = (min: string, max: string) =>
    anyDate({ min: new Date(min), max: new Date(max), noInvalidDate: true }).map((date) =>
      date.toISOString().slice(0, 10),
    );
  const person = record({
    birth: day('1940-01-01', '2012-12-31'),
    married: constantFrom('yes' as const, 'no' as const),
    marriedOn: day('1960-01-01', '2026-11-20'),
    homes: constantFrom(0, 0, 0, 1),
    ownedEver: constantFrom('yes' as const, 'no' as const),
    homelessSince: day('1970-01-01', '2026-11-20'),
    parents: nat(4),
    children: nat(6),
    joinedOn: day('1985-01-01', '2026-11-20'),
    spouseJoinedOn: day('1985-01-01', '2026-11-20'),
    notice: day('2024-07-01', '2040-12-31'),
  });

  test('the score lies between 0 and 84', () => {
    assert(
      property(person, (answers) => {
        const { total, account: own, spouse } = score(answers);
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(84);
        expect(own!.points + spouse!.points).toBeLessThanOrEqual(17);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['joinedOn', 'homelessSince', 'spouseJoinedOn', 'birth'] as const)(
    'it never falls when %s lies a day to ten years earlier',
    (name) => {
      assert(
        property(person, integer({ min: 1, max: 3650 }), (answers, days) => {
          const earlier = new Date(Date.parse(answers[name]) - days * 86_400_000).toISOString().slice(0, 10);
          expect(score({ ...answers, [name]: earlier }).total).toBeGreaterThanOrEqual(score(answers).total!);
        }),
        { numRuns: 500 },
      );
    },
  );

  test('it never falls when the notice comes later, or a person joins the family', () => {
    assert(
      property(person, integer({ min: 1, max: 3650 }), (answers, days) => {
        const later = new Date(Date.parse(answers.notice) + days * 86_400_000).toISOString().slice(0, 10);
        const now = score(answers).total!;
        expect(score({ ...answers, notice: later }).total).toBeGreaterThanOrEqual(now);
        expect(score({ ...answers, children: answers.children + 1 }).total).toBeGreaterThanOrEqual(now);
      }),
      { numRuns: 500 },
    );
  });
});
