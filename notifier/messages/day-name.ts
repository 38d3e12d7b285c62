import { weekday } from '../../db/clock.ts';

/** `11월 23일(월)` of a Korean calendar day. */
export function dayName(day: string) {
  return `${Number(day.slice(5, 7))}월 ${Number(day.slice(8))}일(${'일월화수목금토'[weekday(day)]})`;
}
