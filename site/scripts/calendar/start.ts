import { readChoices, writeChoices } from './address.ts';
import { boxesIn } from './boxes.ts';
import { narrow } from './narrow.ts';
import { markToday } from './today.ts';
import { startViews } from './views.ts';

/** Brings a page of the calendar to life: today as the reader's clock has it, the choices of its address, weeks and days. */
export function startCalendar() {
  const calendar = document.querySelector<HTMLElement>('.calendar')!;
  const keep = () => writeChoices(calendar);
  const follow = () => {
    narrow(calendar);
    keep();
  };
  markToday(calendar);
  startViews(calendar, keep);
  calendar.addEventListener('change', follow);
  calendar.querySelector('.calendar-all')!.addEventListener('click', () => {
    for (const { box } of boxesIn(calendar)) box.checked = false;
    follow();
  });
  if (readChoices(calendar)) follow();
  else keep();
}
