import type { Kind } from '../../../db/kinds.ts';

/** How a notice stands at an instant, by its days alone: what the page of the notice says may be finer. */
export type State = 'upcoming' | 'open' | 'closed' | 'unknown';

type MapNotice = {
  id: string;
  name: string;
  place: string;
  kind: Kind;
  opens: string | null;
  closes: string | null;
};
export type StandingNotice = MapNotice & { state: State };

/** A place and its notices, what can be applied for first. */
export type PlaceNotices = { code: string; name: string; at: [lon: number, lat: number]; notices: StandingNotice[] };

export type Wish = { state: 'current' | 'open' | 'upcoming' | ''; kind: string };

type File = {
  places: Record<string, [name: string, lat: number, lon: number]>;
  notices: [id: string, name: string, place: string, kind: Kind, opens: string | null, closes: string | null][];
};

/** Reads what the release has written for the map. */
export async function loadNotices(address: string): Promise<File> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} is answered with ${answer.status}.`);
  return answer.json() as Promise<File>;
}

/** The places of the notices that are wished for. */
export function placesOf({ places, notices }: File, wish: Wish, now: Date): PlaceNotices[] {
  const standing = notices
    .map(([id, name, place, kind, opens, closes]) => ({ id, name, place, kind, opens, closes }))
    .map((notice) => ({ ...notice, state: stateOf(notice, now) }))
    .filter((notice) => fits(notice, wish))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.closes ?? '').localeCompare(b.closes ?? ''));
  const groups = Object.groupBy(standing, ({ place }) => place);
  return Object.entries(groups).map(([code, its]) => {
    const [name, lat, lon] = places[code]!;
    return { code, name, at: [lon, lat], notices: its! };
  });
}

const order: State[] = ['open', 'upcoming', 'unknown', 'closed'];

function fits({ state, kind }: StandingNotice, wish: Wish) {
  const stands =
    wish.state === 'current' ? state === 'open' || state === 'upcoming' : !wish.state || state === wish.state;
  return stands && (!wish.kind || kind === wish.kind);
}

function stateOf({ opens, closes }: MapNotice, now: Date): State {
  if (opens && now < new Date(opens)) return 'upcoming';
  if (!closes) return 'unknown';
  return now < new Date(closes) ? 'open' : 'closed';
}
