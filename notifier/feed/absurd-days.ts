import { dayAfter, koreanDay } from '../../db/clock.ts';
import type { Scheduled } from '../../db/feeds.ts';
import { fault, type Fault } from './fault.ts';

/**
 * Counts, from the 2,058 apartment notices of 2020 to 2025, which are half of all there are. The busiest day, 2020-05-08, was the
 * first, the last or the winners' day 23 times; one notice had its winners before its last day, by a slip of the authority; what is
 * over leaves the schedule with the next release.
 */
const bounds = { ofADay: 200, disordered: 5, over: 20, daysOver: 7 };

/** What is absurd about the days of a schedule: each of them would remind people, or take what reminds them away. */
export function faultsOfDays(entries: Scheduled[], now: Date): Fault[] {
  const named = entries.flatMap((entry) => daysOf(entry).map((day) => ({ day, entry })));
  const crowded = [...Map.groupBy(named, ({ day }) => day).values()].filter((some) => some.length > bounds.ofADay);
  const disordered = entries.filter((entry) => !isInOrder(entry));
  const since = dayAfter(koreanDay(now), -bounds.daysOver);
  const over = entries.filter((entry) => isOver(entry, since));
  return [
    fault(`open, close or have winners on a day that comes up more than ${bounds.ofADay} times`, [
      ...new Set(crowded.flatMap((some) => some.map(({ entry }) => entry))),
    ]),
    fault(
      'close before they open, or have winners before they close',
      disordered.length > bounds.disordered ? disordered : [],
    ),
    fault('have been over for more than a week', over.length > bounds.over ? over : []),
  ];
}

function daysOf({ opensOn, closesOn, winnersOn }: Scheduled) {
  return [opensOn, closesOn, winnersOn].filter((day) => day !== null);
}

/** A winners' day that is the last receipt day is in order: some are drawn at once. */
function isInOrder(entry: Scheduled) {
  const days = daysOf(entry);
  return days.every((day, i) => i === 0 || day >= days[i - 1]!);
}

/** True where every day and instant that is known lies before a day. */
function isOver(entry: Scheduled, since: string) {
  const ends = entry.tracks.flatMap(({ beginsOn, endsOn }) => [beginsOn, endsOn]);
  const known = [...daysOf(entry), ...ends, ...Object.values(entry.publications)].filter((each) => each !== null);
  return known.length > 0 && known.every((each) => each < since);
}
