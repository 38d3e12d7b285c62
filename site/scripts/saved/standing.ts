import { changesOf, revisionOf, type Change } from './changes.ts';
import type { loadNotices, News, Today } from './load.ts';
import { nextStep, type NextStep } from './next-step.ts';
import { savedNotices, type Sight } from './saved.ts';

/** What is known today; null for what could not be loaded. */
export type Known = { index: Awaited<ReturnType<typeof loadNotices>> | null; news: News | null };

/** A favourite as it stands. `today` is not known where the notice is none any more, or nothing could be loaded. */
export type Standing = { sight: Sight; today: Today | undefined; next: NextStep | null; changes: Change[] };

/** The favourites, what comes soonest leading, then the newest. */
export function standings({ index, news }: Known, now: Date): Standing[] {
  const order = ({ next }: Standing) => next?.at ?? '9';
  const announced = ({ today }: Standing) => today?.found.announced ?? 0;
  return savedNotices()
    .map((sight) => {
      const today = index?.notices.get(sight.id);
      return {
        sight,
        today,
        next: today ? nextStep(today, news?.schedule.get(sight.id), now) : null,
        changes: today ? changesOf(sight, today, news, now) : [],
      };
    })
    .sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : announced(b) - announced(a)));
}

/** Favourites as they are to be remembered once their changes have been read. */
export function sightsNow({ index, news }: Known): Sight[] {
  return savedNotices().flatMap((sight) => {
    const today = index?.notices.get(sight.id);
    if (!today) return [];
    const { opens, closes, winners } = today;
    const revision = news ? Math.max(sight.revision, revisionOf(sight.id, news)) : sight.revision;
    return [{ ...sight, opens, closes, winners, revision }];
  });
}
