import { dayAfter, koreanDay, koreanInstant, koreanStamp } from '../../db/clock.ts';
import { receiptHours } from '../../db/catalog/receipt-hours.ts';
import { onDay, type When } from '../words/days.ts';
import type { Badge } from '../words/states.ts';
import { takenNow } from './receipt-today.ts';
import type { Step } from './schedule.ts';

/** A step as it stands at an instant. */
export type TimelineStep = Pick<Step, 'what' | 'sort' | 'days' | 'note' | 'begins' | 'ends'> & {
  standing: 'over' | 'now' | 'next' | 'later';
  /** Said of the one that lasts. */
  badge: Badge | null;
  /**
   * Stands before the first step to come on a day that is no step's own. Not before the keys: the pages of three years would
   * change every day.
   */
  today: When | null;
};

/** Steps in the order in which they come, and where among them the instant is. Days leave out `year`. */
export function timelineOf(steps: Step[], asOf: Date, year: string): TimelineStep[] {
  const inOrder = inTime(steps);
  const coming = inOrder.findIndex((step) => step.begins !== null && step.begins > asOf);
  const lasts = inOrder.some((step) => isNow(step, asOf));
  const today = onDay(koreanDay(asOf), year);
  return inOrder.map((step, i) => {
    const { meanwhile, ...rest } = step;
    const now = isNow(step, asOf);
    return {
      ...rest,
      standing: now ? 'now' : isOver(step, asOf) ? 'over' : i === coming ? 'next' : 'later',
      badge: now ? meanwhileBadge(step, meanwhile, asOf) : null,
      today: i === coming && i > 0 && !lasts && step.sort !== 'keys' ? today : null,
    };
  });
}

/** It goes when what it says may no longer hold: that a receipt is taken, with its hours and its day. */
function meanwhileBadge({ sort, ends }: Step, words: string, asOf: Date): Badge {
  const day = koreanDay(asOf);
  const turns = [
    koreanInstant(day, receiptHours.opens),
    koreanInstant(day, receiptHours.closes),
    koreanInstant(dayAfter(day)),
  ];
  const until = sort === 'receipt' ? turns.find((turn) => turn > asOf)! : ends!;
  const gone = until < ends! ? until : ends!;
  return {
    words,
    tone: words === takenNow ? 'open' : 'soon',
    turns: `${koreanStamp(gone).slice(0, 16)} none`,
  };
}

type Stretch = Pick<Step, 'begins' | 'ends'>;

function isNow({ begins, ends }: Stretch, asOf: Date) {
  return begins !== null && ends !== null && begins <= asOf && asOf < ends;
}

function isOver({ ends }: Stretch, asOf: Date) {
  return ends !== null && ends <= asOf;
}

/** An order of the operator can take a step past the next one. A step without days stays behind the one before it. */
function inTime(steps: Step[]) {
  let last = 0;
  return steps
    .map((step) => ({ step, at: (last = step.begins?.getTime() ?? last) }))
    .sort((a, b) => a.at - b.at)
    .map(({ step }) => step);
}
