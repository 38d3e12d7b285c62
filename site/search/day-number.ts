/** Days from 1970-01-01 to a calendar day. */
export function dayNumber(day: string) {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
