import type { PlaceNotices } from './notices.ts';

export type Spot = { x: number; y: number };

/** Places whose pins would touch are one pin, which stands where most notices are. */
export type Group = {
  /** The same as long as its pin says the same. */
  key: string;
  at: [lon: number, lat: number];
  places: PlaceNotices[];
  notices: number;
  open: number;
  /** `고양시`, `경기`, `서울 등`. */
  name: string;
};

/** A pin is this wide and high, in pixels. */
const reach = { x: 62, y: 50 };

export function groupPlaces(places: PlaceNotices[], toScreen: (at: PlaceNotices['at']) => Spot): Group[] {
  const groups: { spot: Spot; places: PlaceNotices[] }[] = [];
  const largestFirst = places.toSorted((a, b) => b.notices.length - a.notices.length || (a.code < b.code ? -1 : 1));
  for (const place of largestFirst) {
    const spot = toScreen(place.at);
    const near = groups.find(({ spot: { x, y } }) => Math.abs(x - spot.x) < reach.x && Math.abs(y - spot.y) < reach.y);
    if (near) near.places.push(place);
    else groups.push({ spot, places: [place] });
  }
  return groups.map(({ places: own }) => groupOf(own));
}

function groupOf(places: PlaceNotices[]): Group {
  const notices = places.flatMap((place) => place.notices);
  const open = notices.filter(({ state }) => state === 'open').length;
  return {
    key: places.map(({ code }) => code).join() + `:${notices.length}:${open}`,
    at: places[0]!.at,
    places,
    notices: notices.length,
    open,
    name: nameOf(places.map(({ name }) => name)),
  };
}

function nameOf(names: string[]) {
  if (names.length === 1) return names[0]!.split(' ').at(-1)!;
  const provinces = [...new Set(names.map((name) => name.split(' ')[0]!))];
  return provinces.length === 1 ? provinces[0]! : `${provinces[0]} 등`;
}
