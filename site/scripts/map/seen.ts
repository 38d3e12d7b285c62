import type { PlaceNotices } from './notices.ts';

/** Places told of beside the map; more are a number. */
const most = 24;

type Room = { list: HTMLElement; more: HTMLElement; says: HTMLElement };

/** The places on the map as a list of buttons, for those who do not see the map or do not want to aim. */
export function showSeen({ list, more, says }: Room, seen: PlaceNotices[], choose: (place: PlaceNotices) => void) {
  const first = seen
    .toSorted((a, b) => b.notices.length - a.notices.length || (a.name < b.name ? -1 : 1))
    .slice(0, most);
  // A reader in the list keeps the place that has the focus.
  const held = (document.activeElement as HTMLElement | null)?.dataset['place'];
  list.replaceChildren(...first.map((place) => entryOf(place, choose)));
  if (held) list.querySelector<HTMLElement>(`[data-place="${held}"]`)?.focus({ preventScroll: true });
  more.textContent =
    seen.length > most ? `그 밖에 ${seen.length - most}곳이 더 있습니다. 지도를 확대하면 보입니다.` : '';
  const notices = seen.reduce((sum, place) => sum + place.notices.length, 0);
  says.textContent =
    notices > 0
      ? `지도에 ${seen.length}곳의 공고 ${notices}건이 보입니다.`
      : '지도에 보이는 곳에는 고른 조건에 맞는 공고가 없습니다.';
}

function entryOf(place: PlaceNotices, choose: (place: PlaceNotices) => void) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['place'] = place.code;
  const count = document.createElement('span');
  count.textContent = `${place.notices.length}건`;
  button.append(`${place.name} `, count);
  button.addEventListener('click', () => choose(place));
  const entry = document.createElement('li');
  entry.append(button);
  return entry;
}
