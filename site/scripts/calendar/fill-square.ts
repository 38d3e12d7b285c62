const room = 3;

/** Writes into the square of a day what its lines say, as the page had it: how many there are, the first three, the others. */
export function fillSquare(square: Element, lines: HTMLElement[]) {
  for (const old of square.querySelectorAll('span, em')) old.remove();
  if (lines.length === 0) return;
  square.append(make('span', 'calendar-count', String(lines.length)));
  for (const line of lines.slice(0, room)) {
    const group = line.closest<HTMLElement>('.calendar-group')!;
    const entry = make('span', group.className.replace('group', 'entry'));
    entry.append(make('b', '', group.dataset['short']), ` ${line.querySelector('a')!.textContent}`);
    square.append(entry);
  }
  if (lines.length > room) square.append(make('em', '', `외 ${lines.length - room}건`));
}

function make(name: string, className: string, words = '') {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = words;
  return element;
}
