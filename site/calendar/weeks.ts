import { holidaysOn } from '../../db/holidays.ts';
import { dayAfter, weekday } from '../../db/clock.ts';
import { dayWords } from '../words/days.ts';
import type { Group } from './groups.ts';

/** A day of a month. `first` are the entries that its square has room for, `more` how many others there are. */
type Day = {
  day: string;
  /** `18`, and `18일(수)`. */
  date: string;
  words: string;
  /** Why it is no working day; the colour of its square. */
  rest: 'sunday' | 'saturday' | 'holiday' | null;
  holidays: string;
  today: boolean;
  count: number;
  first: { short: string; tone: string; name: string }[];
  more: number;
  groups: Group[];
};

/** A week from Sunday on. `squares` has a null for each day that belongs to another month. */
export type Week = { words: string; squares: (Day | null)[]; days: Day[] };

const shown = 3;

/** The weeks of a month (`YYYY-MM`), each with its days in it. @param groups what happens on a day. */
export function weeksOf(month: string, today: string, groups: (day: string) => Group[]): Week[] {
  const first = `${month}-01`;
  const sunday = dayAfter(first, -weekday(first));
  const begins = Array.from({ length: 6 }, (_, i) => dayAfter(sunday, 7 * i));
  return begins
    .filter((begin, i) => i === 0 || begin.startsWith(month))
    .map((begin) => weekFrom(begin, month, (day) => dayOf(day, today, groups(day))));
}

function weekFrom(begin: string, month: string, make: (day: string) => Day): Week {
  const squares = Array.from({ length: 7 }, (_, i) => dayAfter(begin, i)).map((day) =>
    day.startsWith(month) ? make(day) : null,
  );
  const days = squares.filter((day) => day !== null);
  const [from, to] = [days[0]!, days.at(-1)!];
  return { words: from === to ? `${from.date}일` : `${from.date}일 ~ ${to.date}일`, squares, days };
}

function dayOf(day: string, today: string, groups: Group[]): Day {
  const holidays = holidaysOn(day) ?? [];
  const lines = groups.flatMap(({ short, tone, lines: own }) => own.map(({ name }) => ({ short, tone, name })));
  const count = groups.reduce((sum, group) => sum + group.lines.length + group.more, 0);
  return {
    day,
    date: String(Number(day.slice(8))),
    words: dayWords(day, day.slice(0, 4)).replace(/^.*월 /, ''),
    rest: restOf(day, holidays),
    holidays: holidays.map((name) => usualNames[name] ?? name.replace('ㆍ', '·')).join(', '),
    today: day === today,
    count,
    first: lines.slice(0, shown),
    more: Math.max(0, count - shown),
    groups,
  };
}

/** What people call a day whose official name they would not look for. */
const usualNames: Partial<Record<string, string>> = { '1월 1일': '새해 첫날', 기독탄신일: '성탄절' };

function restOf(day: string, holidays: readonly string[]) {
  if (holidays.length > 0) return 'holiday';
  return weekday(day) === 0 ? 'sunday' : weekday(day) === 6 ? 'saturday' : null;
}
