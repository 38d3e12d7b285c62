import type { Clock } from '../../../db/clock.ts';

/** Does something now, at the beginning of every minute, and when a reader comes back to the page. */
export function eachMinute(clock: Clock, act: (now: Date) => void) {
  let timer: number | undefined;
  const turn = () => {
    const now = clock.now();
    act(now);
    window.clearTimeout(timer);
    timer = window.setTimeout(turn, 60_000 - (now.getTime() % 60_000));
  };
  turn();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) turn();
  });
}
