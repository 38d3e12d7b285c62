import { boxesIn, chosenIn } from './boxes.ts';

/**
 * Ticks the boxes that the address names: `?kind=apt&region=seoul&region=gyeonggi`. Values that no box has are passed over.
 * @returns true when there is one.
 */
export function readChoices(calendar: HTMLElement) {
  const named = new URLSearchParams(location.search);
  const boxes = boxesIn(calendar);
  for (const { box, sort } of boxes) box.checked = named.getAll(sort).includes(box.value);
  return boxes.some(({ box }) => box.checked);
}

/** Puts the ticked boxes and the view into the address, and into the links to other pages of the calendar. */
export function writeChoices(calendar: HTMLElement) {
  const query = new URLSearchParams(
    [...chosenIn(calendar)].flatMap(([sort, values]) => values.map((one) => [sort, one])),
  );
  const view = calendar.dataset['view'];
  if (view) query.set('view', view);
  const search = query.size > 0 ? `?${query}` : '';
  history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a:not([href^="#"])'))
    if (link.origin === location.origin && link.pathname.startsWith('/calendar/')) link.search = search;
}
