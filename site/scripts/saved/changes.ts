import { dayWords } from '../../words/days.ts';
import type { News, Today } from './load.ts';
import type { Sight } from './saved.ts';

/** Something that is not as the reader saw it: a day with what it was, or a line that leads to more. */
export type Change = { what: string; before: string | null; after: string | null } | { words: string; href: string };

/** What has changed since a favourite was last seen. Without news only its days are told. */
export function changesOf(sight: Sight, today: Today, news: News | null, now: Date): Change[] {
  const year = sight.at.slice(0, 4);
  const dayChanges = days.flatMap(([field, what]) => {
    const [before, after] = [sight[field], today[field]];
    const words = (day: string | null) => day && dayWords(day, year);
    return before === after ? [] : [{ what, before: words(before), after: words(after) }];
  });
  const corrected = news ? revisionOf(sight.id, news) - sight.revision : 0;
  return [
    ...dayChanges,
    ...(corrected > 0 ? [{ words: `정정 ${corrected}차례 보기`, href: `/notices/${sight.id}/#corrections` }] : []),
    ...(news && hasNewResults(sight, news, now) ? [{ words: '결과가 나왔습니다', href: `/results/${sight.id}/` }] : []),
  ];
}

const days = [
  ['opens', '접수 시작'],
  ['closes', '접수 마감'],
  ['winners', '당첨자 발표'],
] as const;

/** How often a notice has been corrected, as far as the feeds tell. */
export function revisionOf(id: string, { events, schedule }: News) {
  const told = events.flatMap(({ noticeId, revision }) => (noticeId === id ? (revision ?? 0) : []));
  return Math.max(0, schedule.get(id)?.revision ?? 0, ...told);
}

/** True when results came after the last sight, and are not held or moved since. */
function hasNewResults({ id, at }: Sight, { events, schedule }: News, now: Date) {
  const due = schedule.get(id)?.publications.competition;
  if (due === null || (due !== undefined && new Date(due) > now)) return false;
  return events.some((event) => event.noticeId === id && event.kind === 'results' && new Date(event.at) > new Date(at));
}
