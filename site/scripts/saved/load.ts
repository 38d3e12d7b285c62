import type { FacetsFile, NoticesFile } from '../search/index-file.ts';
import { noticesOf, type Found } from '../search/notices.ts';
import { dayOf } from '../search/state.ts';

/** A notice as it is today. Days are `YYYY-MM-DD`. */
export type Today = {
  found: Found;
  opens: string | null;
  closes: string | null;
  winners: string | null;
  households: number | null;
};

/** Of `/feeds/events.json`. */
export type Event = { kind: string; noticeId: string; at: string; revision?: number; sido: string | null };

/** Of `/feeds/schedule.json`. */
export type Scheduled = {
  noticeId: string;
  revision: number;
  publications: { competition: string | null; score: string | null };
};

export type News = { events: Event[]; schedule: Map<string, Scheduled> };

/** Every notice with its days, as search and filters know it. */
export async function loadNotices() {
  const [file, facets] = await Promise.all([
    get<NoticesFile>('/search/notices.json'),
    get<FacetsFile>('/search/facets.json'),
  ]);
  const notices = new Map(noticesOf(file).map((found) => [found.id, todayOf(found, facets)]));
  return { file, notices };
}

/** What became known in the last 31 days, and what is still to come. */
export async function loadNews(): Promise<News> {
  const [{ events }, { entries }] = await Promise.all([
    get<{ events: Event[] }>('/feeds/events.json'),
    get<{ entries: Scheduled[] }>('/feeds/schedule.json'),
  ]);
  return { events, schedule: new Map(entries.map((entry) => [entry.noticeId, entry])) };
}

function todayOf(found: Found, { winners, households }: FacetsFile): Today {
  const { at, announced, opens, closes } = found;
  const after = winners[at] ?? null;
  return {
    found,
    opens: opens === null ? null : dayOf(opens),
    closes: closes === null ? null : dayOf(closes),
    winners: after === null ? null : dayOf((closes ?? announced) + after),
    households: households[at] ?? null,
  };
}

async function get<File>(path: string) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}.`);
  return (await answer.json()) as File;
}
