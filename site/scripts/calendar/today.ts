import { koreanDay, systemClock } from '../../../db/clock.ts';

/** Marks the day that it is in Korea, where the page was made on another. */
export function markToday(calendar: HTMLElement) {
  const today = koreanDay(systemClock.now());
  for (const link of calendar.querySelectorAll('.calendar-grid a')) {
    if (link.getAttribute('href') === `#day-${today}`) link.setAttribute('aria-current', 'date');
    else link.removeAttribute('aria-current');
  }
  for (const day of calendar.querySelectorAll('.calendar-day'))
    day.classList.toggle('today', day.id === `day-${today}`);
  const now = calendar.querySelector<HTMLAnchorElement>('.calendar-now')!;
  if (today.startsWith(calendar.dataset['month']!)) {
    now.href = `#day-${today}`;
    now.textContent = '오늘';
  } else if (now.hash) {
    // The month has turned since the page was made, and the one that begins has a page of its own.
    now.href = `/calendar/${today.slice(0, 7)}/#day-${today}`;
  }
}
