/**
 * Whether an instant has yet to come, epoch milliseconds. One that is further ahead than `longest` was set by a clock that has been set
 * back since: nobody waits for it.
 */
export function isAhead(until: number, now: number, longest: number) {
  return until > now && until - now <= longest;
}
