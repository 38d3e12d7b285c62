/*
 * Periods between calendar days (`YYYY-MM-DD`). A day that a month lacks counts as the first of the next: who was born on
 * 29 February is a year older on 1 March, so that nobody is told a point too many.
 */

/** Whole months from one day to another, negative where the other comes first. */
export function wholeMonths(from: string, to: string) {
  const [fromYear, fromMonth, fromDay] = parts(from);
  const [toYear, toMonth, toDay] = parts(to);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}

/** Whole years from one day to another: an age in 만 나이. */
export function wholeYears(from: string, to: string) {
  return Math.floor(wholeMonths(from, to) / 12);
}

/** The day on which so many years have passed. */
export function yearsAfter(from: string, years: number) {
  const [year, month, day] = parts(from);
  return new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10);
}

function parts(day: string) {
  return day.split('-').map(Number) as [number, number, number];
}
