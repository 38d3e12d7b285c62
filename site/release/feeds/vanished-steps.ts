import type { NoticeWithDays } from '../../../db/catalog/all-notice-days.ts';
import type { dayCorrectionsSince } from '../../../db/catalog/day-corrections.ts';
import type { PublicationHours } from '../../../db/catalog/publication.ts';
import { datedSteps, type DatedStep } from './dated-steps.ts';

/** A day of a notice, and what it said before a correction. */
type DayCorrection = Pick<ReturnType<typeof dayCorrectionsSince>[number], 'revision' | 'field' | 'before'>;

/**
 * Steps that earlier revisions of a notice had and that it has no longer, with the days that they had last. A step whose
 * receipts have joined another one, or have become finer, has not vanished.
 * @param corrections of its days, the newest first: as far back as revisions count.
 */
export function vanishedSteps(notice: NoticeWithDays, corrections: DayCorrection[], hours: PublicationHours) {
  const now = datedSteps(notice, hours);
  const told = new Set(now.flatMap(({ covers }) => covers));
  const vanished: DatedStep[] = [];
  for (const earlier of earlierRevisions(notice, corrections))
    for (const step of datedSteps(earlier, hours))
      if (!isTold(step, told)) {
        vanished.push(step);
        for (const key of step.covers) told.add(key);
      }
  return vanished;
}

function isTold({ covers }: DatedStep, told: Set<string>) {
  if (covers.some((key) => told.has(key))) return true;
  if (covers[0] === 'receipt') return [...told].some(isReceipt);
  return covers.every(isReceipt) && told.has('receipt');
}

function isReceipt(key: string) {
  return key === 'receipt' || /^(special|rank\d|general)/.test(key);
}

/** A notice as it was before each of its revisions, the newest of these first. */
function* earlierRevisions(notice: NoticeWithDays, corrections: DayCorrection[]) {
  let earlier = notice;
  for (const [, changes] of Map.groupBy(corrections, ({ revision }) => revision)) {
    earlier = { ...earlier, ...Object.fromEntries(changes.map(({ field, before }) => [field, before])) };
    yield earlier;
  }
}
