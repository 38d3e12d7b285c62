/** The boxes of a page of the calendar, each with the sort that it belongs to: kind, region or topic. */
export function boxesIn(calendar: HTMLElement) {
  return [...calendar.querySelectorAll('fieldset')].flatMap((sort) =>
    [...sort.querySelectorAll('input')].map((box) => ({ box, sort: sort.name })),
  );
}

/** The values that are ticked, by their sort; a sort without any is left out. */
export function chosenIn(calendar: HTMLElement) {
  const ticked = boxesIn(calendar).filter(({ box }) => box.checked);
  const chosen = new Map<string, string[]>();
  for (const { box, sort } of ticked) chosen.set(sort, [...(chosen.get(sort) ?? []), box.value]);
  return chosen;
}
