import { isDayOff, isWeekend } from '../../db/catalog/receipt-state.ts';
import { dayAfter } from '../../db/clock.ts';
import { holidaysOn } from '../../db/holidays.ts';
import { dayWords } from '../words/days.ts';

/**
 * The days within a receipt that take no applications, in a sentence without its point: weekends in one word, public holidays
 * by name. None where there are no such days. Where holidays of the year are not known it says that instead.
 */
export function daysOffWords(from: string, to: string, year: string): string[] {
  const between = daysBetween(from, to);
  const off = between.filter(isDayOff);
  const named = off.filter((day) => !isWeekend(day)).map((day) => `${dayWords(day, year)} ${holidayName(day)}`);
  const days = [...(off.some(isWeekend) ? ['주말'] : []), ...named];
  const unknown = between.find((day) => holidaysOn(day) === null);
  return [
    ...(days.length > 0 ? [`${days.join(', ')}에는 접수하지 않습니다`] : []),
    ...(unknown ? [`${unknown.slice(0, 4)}년 공휴일은 아직 확인하지 못했습니다`] : []),
  ];
}

function daysBetween(from: string, to: string) {
  const days: string[] = [];
  for (let day = dayAfter(from); day < to; day = dayAfter(day)) days.push(day);
  return days;
}

/** `어린이날`; a substitute and an appointed holiday by that word alone. The calendar calls New Year by its date. */
function holidayName(day: string) {
  return day.endsWith('-01-01') ? '신정' : holidaysOn(day)![0]!.replace(/\(.*\)$/, '');
}
