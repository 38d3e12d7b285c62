import { koreanDay } from '../../clock.ts';

/** The API renews its rows between 00:00 and 02:00 in Korea, Tuesday to Saturday (measured 2026). */
const renewedAfter = 2.5 * 3_600_000;

/** The Korean day whose rows the API has at an instant: until 02:30 those of the day before. */
export function refreshDay(instant: Date) {
  return koreanDay(new Date(instant.getTime() - renewedAfter));
}
