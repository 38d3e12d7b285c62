import { koreanDay, koreanStamp, koreanTime, weekday } from '../../db/clock.ts';

/** A point in time for `<time>`: its machine form, and how people say it. */
export type When = { datetime: string; words: string };

const weekdays = ['일', '월', '화', '수', '목', '금', '토'];

/** `7월 4일(금)`; with its year where `year`, the one that its surroundings speak of, is another: `2026년 1월 5일(월)`. */
export function dayWords(day: string, year?: string) {
  const ownYear = day.slice(0, 4) === year ? '' : `${day.slice(0, 4)}년 `;
  return `${ownYear}${monthOf(day)}월 ${dateOf(day)}일(${weekdays[weekday(day)]})`;
}

/** A calendar day for `<time>`. */
export function onDay(day: string, year?: string): When {
  return { datetime: day, words: dayWords(day, year) };
}

/** `7월 4일(금) 19:30`. */
export function atInstant(instant: Date, year?: string): When {
  return {
    datetime: koreanStamp(instant),
    words: `${dayWords(koreanDay(instant), year)} ${koreanTime(instant)}`,
  };
}

/**
 * The first and last day of a period, or the one day that it is: `7월 14일(월)`, `~ 18일(금)`. What the first day has said, year
 * and month, the last does not repeat.
 */
export function period(from: string, to: string, year?: string): When[] {
  if (from === to) return [onDay(from, year)];
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const last = dayWords(to, from.slice(0, 4));
  return [onDay(from, year), { datetime: to, words: `~ ${sameMonth ? last.replace(/^.*월 /, '') : last}` }];
}

/** The days of a receipt. One whose end is not known says where it begins: `11월 9일(월)부터`. */
export function receiptDays(first: string, last: string | null, year?: string): When[] {
  return last ? period(first, last, year) : [{ datetime: first, words: `${dayWords(first, year)}부터` }];
}

/** `2029년 3월` for `2029-03`. */
export function inMonth(month: string): When {
  return { datetime: month, words: `${month.slice(0, 4)}년 ${Number(month.slice(5, 7))}월` };
}

/** Months of a stretch of one or more years: `3월`, `3~6월`, `2020년 3월~2021년 1월`. */
export function monthsWords(from: string, to: string, year?: string) {
  if (from.slice(0, 4) !== to.slice(0, 4))
    return `${from.slice(0, 4)}년 ${monthOf(from)}월~${to.slice(0, 4)}년 ${monthOf(to)}월`;
  const ownYear = from.slice(0, 4) === year ? '' : `${from.slice(0, 4)}년 `;
  return `${ownYear}${monthOf(from) === monthOf(to) ? '' : `${monthOf(from)}~`}${monthOf(to)}월`;
}

function monthOf(day: string) {
  return Number(day.slice(5, 7));
}

function dateOf(day: string) {
  return Number(day.slice(8, 10));
}
