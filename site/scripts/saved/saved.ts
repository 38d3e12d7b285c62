import { koreanStamp } from '../../../db/clock.ts';
import { keep, kept } from '../kept.ts';

/** A favourite, as its reader last saw it. Days are `YYYY-MM-DD`. */
export type Sight = {
  id: string;
  name: string;
  /** Code of its 시군구, or of its 시도 where no more is known. */
  place: string | null;
  opens: string | null;
  closes: string | null;
  winners: string | null;
  /** How often the notice had been corrected. */
  revision: number;
  /** When that was. */
  at: string;
};

export const most = 200;

/** The favourites, the last that was added leading. What is kept but is none is passed over. */
export function savedNotices(): Sight[] {
  const list = kept('saved');
  return Array.isArray(list) ? list.filter(isSight).slice(0, most) : [];
}

/** Adds favourites, or puts them back. @returns false where the browser keeps nothing. */
export function save(sights: Sight[]) {
  const ids = sights.map(({ id }) => id);
  return keep('saved', [...sights, ...savedNotices().filter(({ id }) => !ids.includes(id))].slice(0, most));
}

export function unsave(id: string) {
  return keep(
    'saved',
    savedNotices().filter((sight) => sight.id !== id),
  );
}

/** Keeps how favourites were seen just now. Others stay out, and an older page than the last takes nothing back. */
export function seeAgain(sights: Omit<Sight, 'at'>[], now: Date) {
  const byId = new Map(sights.map((sight) => [sight.id, sight]));
  return keep(
    'saved',
    savedNotices().map((known) => {
      const sight = byId.get(known.id);
      return sight && sight.revision >= known.revision ? { ...sight, at: koreanStamp(now) } : known;
    }),
  );
}

function isSight(value: unknown): value is Sight {
  const { id, name, revision, at, ...rest } = (value ?? {}) as Partial<Sight>;
  return (
    /^\d{10}$/.test(String(id)) &&
    typeof name === 'string' &&
    Number.isInteger(revision) &&
    !Number.isNaN(Date.parse(String(at))) &&
    [rest.opens, rest.closes, rest.winners].every((day) => day === null || /^\d{4}-\d\d-\d\d$/.test(String(day))) &&
    (rest.place === null || /^\d{2,5}$/.test(String(rest.place)))
  );
}
