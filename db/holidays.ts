import * as years from '@hyunbinseo/holidays-kr/all';

type Holidays = Partial<Record<string, readonly string[]>>;

/** The years of which the public holidays are known. Later ones come with a newer package, each in the summer before. */
const known = years as unknown as Partial<Record<string, Holidays>>;

/**
 * Names of the public holidays (관공서의 공휴일, substitutes included) that fall on a Korean day, by the government's 월력요항.
 * @returns none for a day that is no holiday, null for one of a year whose holidays are not known.
 */
export function holidaysOn(day: string): readonly string[] | null {
  const year = known[`y${day.slice(0, 4)}`];
  return year === undefined ? null : (year[day] ?? []);
}
