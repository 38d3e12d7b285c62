import { grouped } from '../../words/numbers.ts';
import { chosenIn } from './boxes.ts';
import { fillSquare } from './fill-square.ts';

/** Shows the lines that fit the ticked boxes: of each sort one of them, of a sort without any all. Counts follow. */
export function narrow(calendar: HTMLElement) {
  const sorts = [...chosenIn(calendar).values()];
  let lines = 0;
  for (const day of calendar.querySelectorAll<HTMLElement>('.calendar-day')) {
    for (const group of day.querySelectorAll<HTMLElement>('.calendar-group')) {
      for (const line of group.querySelectorAll('li'))
        line.hidden = !sorts.every((values) => line.dataset['of']!.split(' ').some((word) => values.includes(word)));
      group.hidden = !group.querySelector('li:not([hidden])');
    }
    const shown = [...day.querySelectorAll<HTMLElement>('li:not([hidden])')];
    day.classList.toggle('empty', shown.length === 0);
    fillSquare(calendar.querySelector(`.calendar-grid a[href="#${day.id}"]`)!, shown);
    lines += shown.length;
  }
  calendar.querySelector('output')!.textContent = `${sorts.length > 0 ? '고른 ' : ''}일정 ${grouped(lines)}건`;
}
