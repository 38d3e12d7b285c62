/**
 * Lets a phone show one week or one day of the agenda at a time, and turn to the one before or after. It begins with the day
 * that the address names, else today, else the first. The style sheet hides the others.
 * @param changed called when the view has changed.
 */
export function startViews(calendar: HTMLElement, changed: () => void) {
  const days = [...calendar.querySelectorAll<HTMLElement>('.calendar-day')];
  const choose = (day: HTMLElement) => {
    calendar.querySelectorAll('.chosen').forEach((each) => each.classList.remove('chosen'));
    day.classList.add('chosen');
    day.closest('section')!.classList.add('chosen');
    showTurn(calendar, days, day);
  };
  const chosen = () => calendar.querySelector<HTMLElement>('.calendar-day.chosen')!;
  const named = () => days.find(({ id }) => `#${id}` === location.hash);

  onClick(calendar, 'view', (view) => {
    setView(calendar, view);
    choose(chosen());
    changed();
  });
  onClick(calendar, 'turn', (by) => choose(neighbour(days, chosen(), viewOf(calendar), Number(by))!));
  addEventListener('hashchange', () => {
    const day = named();
    if (!day) return;
    choose(day);
    day.scrollIntoView();
  });
  setView(calendar, new URLSearchParams(location.search).get('view') ?? '');
  choose(named() ?? calendar.querySelector<HTMLElement>('.calendar-day.today') ?? days[0]!);
}

/** `week`, `day`, or none for the whole month. */
function viewOf(calendar: HTMLElement) {
  return calendar.dataset['view'];
}

function setView(calendar: HTMLElement, view: string) {
  if (view === 'week' || view === 'day') calendar.dataset['view'] = view;
  else delete calendar.dataset['view'];
  for (const button of calendar.querySelectorAll<HTMLElement>('button[data-view]'))
    button.setAttribute('aria-pressed', String(button.dataset['view'] === (viewOf(calendar) ?? 'month')));
}

/** Says which week or day is shown, and whether there is one before and after. */
function showTurn(calendar: HTMLElement, days: HTMLElement[], day: HTMLElement) {
  const view = viewOf(calendar);
  const name = (view === 'week' ? day.closest('section')! : day).querySelector(view === 'week' ? 'h2' : 'h3 time')!;
  calendar.querySelector('.calendar-turn span')!.textContent = name.textContent;
  for (const button of calendar.querySelectorAll<HTMLButtonElement>('button[data-turn]'))
    button.disabled = !neighbour(days, day, view, Number(button.dataset['turn']));
}

/** The day before or after; in weeks, the first day of the week before or after. */
function neighbour(days: HTMLElement[], day: HTMLElement, view: string | undefined, by: number) {
  if (view === 'day') return days[days.indexOf(day) + by];
  const week = day.closest('section')!;
  return (by < 0 ? week.previousElementSibling : week.nextElementSibling)?.querySelector<HTMLElement>('.calendar-day');
}

/** Calls back with the value of the button, `data-<name>`, that is pressed. */
function onClick(calendar: HTMLElement, name: string, then: (value: string) => void) {
  for (const button of calendar.querySelectorAll<HTMLElement>(`button[data-${name}]`))
    button.addEventListener('click', () => then(button.dataset[name]!));
}
