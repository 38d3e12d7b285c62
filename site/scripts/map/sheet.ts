import { kindNames } from '../../../db/kinds.ts';
import { dayWords } from '../../words/days.ts';
import type { PlaceNotices, StandingNotice, State } from './notices.ts';

const badges: Record<State, [words: string, tone: string]> = {
  open: ['접수중', 'open'],
  upcoming: ['접수 예정', 'soon'],
  closed: ['접수 마감', 'quiet'],
  unknown: ['일정 미정', 'quiet'],
};

/** The notices of a place, over the lower part of the map. Focus goes in when it opens, and back when it closes. */
export function sheetIn(sheet: HTMLElement) {
  const heading = sheet.querySelector('h3')!;
  const note = sheet.querySelector('p')!;
  const list = sheet.querySelector('ul')!;
  let opener: Element | null = null;

  const close = () => {
    if (sheet.hidden) return;
    const inside = sheet.contains(document.activeElement);
    sheet.hidden = true;
    if (inside && opener instanceof HTMLElement) backTo(opener);
  };
  sheet.querySelector('button')!.addEventListener('click', close);
  sheet.parentElement!.parentElement!.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  return {
    open(places: PlaceNotices[]) {
      opener = document.activeElement;
      heading.textContent = places.length > 1 ? `${places[0]!.name} 등 ${places.length}곳` : places[0]!.name;
      note.textContent = precision(places);
      list.replaceChildren(...places.flatMap(({ notices }) => notices.map(entryOf)));
      sheet.hidden = false;
      sheet.scrollTop = 0;
      heading.focus();
    },
    close,
  };
}

/** A pin or entry may have been drawn anew since: then the one of the same name gets the focus. */
function backTo(opener: HTMLElement) {
  const { place, key } = opener.dataset;
  const same = place ? `[data-place="${place}"]` : `[data-key="${key}"]`;
  (opener.isConnected ? opener : document.querySelector<HTMLElement>(same))?.focus({ preventScroll: true });
}

function precision(places: PlaceNotices[]) {
  return places.every(({ code }) => code.length === 5)
    ? '시군구까지만 알려진 위치입니다.'
    : '시도까지만 알려진 위치가 들어 있습니다.';
}

function entryOf({ id, name, kind, state, opens, closes }: StandingNotice) {
  const link = document.createElement('a');
  link.href = `/notices/${id}/`;
  link.textContent = name;
  const [words, tone] = badges[state];
  const badge = document.createElement('span');
  badge.className = `badge ${tone}`;
  badge.textContent = words;
  const about = document.createElement('small');
  about.textContent = [kindNames[kind], daysOf(opens, closes)].filter(Boolean).join(' · ');
  const entry = document.createElement('li');
  entry.append(link, ' ', badge, about);
  return entry;
}

function daysOf(opens: string | null, closes: string | null) {
  if (!opens) return '';
  const [first, last] = [opens.slice(0, 10), closes?.slice(0, 10)];
  if (first === last) return `접수 ${dayWords(first)}`;
  return `접수 ${dayWords(first)} ~ ${last ? dayWords(last, first.slice(0, 4)) : ''}`;
}
