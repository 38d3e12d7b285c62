import type { Event, Today } from './load.ts';
import type { Sight } from './saved.ts';

/** Notices that became known after an instant: those in a 시도 of the favourites, the newest first, and how many in all. */
export function newNotices(events: Event[], since: Date, favourites: Sight[], notices: Map<string, Today>) {
  const known = new Set(favourites.map(({ id }) => id));
  const provinces = new Set(favourites.flatMap(({ place }) => place?.slice(0, 2) ?? []));
  const all = events.filter(
    ({ kind, noticeId, at }) =>
      kind === 'notice' && new Date(at) > since && !known.has(noticeId) && notices.has(noticeId),
  );
  return {
    count: all.length,
    near: all.flatMap(({ noticeId, sido }) => (sido && provinces.has(sido) ? notices.get(noticeId)! : [])),
    provinces: [...provinces].sort(),
  };
}
