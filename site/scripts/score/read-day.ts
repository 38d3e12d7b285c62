import { isDay } from '../../../db/clock.ts';

/** A calendar day as people type it: `1990-03-15`, `1990.3.15`, `1990. 3. 15.`, `19900315`. Null where it is none. */
export function readDay(text: string) {
  const [, year, month, day] =
    /^(\d{4})(\d\d)(\d\d)$/.exec(text.trim()) ??
    /^(\d{4})[-./년 ]+(\d{1,2})[-./월 ]+(\d{1,2})[.일]?$/.exec(text.trim()) ??
    [];
  const read = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isDay(read) ? read : null;
}
