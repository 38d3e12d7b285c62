import { dayAfter, weekday } from '../../db/clock.ts';
import type { Offer } from './offer.ts';

/*
 * What is announced in a week. A notice follows from its week and its line in the plan alone, never from the day on which
 * somebody asks, so tomorrow's rows are today's and a few more. The plan is dense enough that on any day, a Sunday too,
 * something is announced, opens, closes, has its winners and its results.
 */

type Line = {
  /** Days after Monday. */
  on: number;
  /** Week by week in turn; null is a week without. */
  offers: readonly (Offer | null)[];
  /** Stands for two years, where the others stand for four weeks. Lasting ones fall on days on which offices work. */
  lasting?: true;
  /** Days from the announcement to its correction (정정공고). */
  correctedAfter?: number;
};

const friday: Line = { on: 4, offers: ['private'], lasting: true };

/** At most twenty lines, and only ever appended to: a line's place is part of its notices' numbers and names. */
const plan: readonly Line[] = [
  friday,
  {
    on: 1,
    offers: ['remainder', 'officetel', 'optional', 'remainder', 'resupply', null, 'officetel', 'public-rent'],
    lasting: true,
    correctedAfter: 3,
  },
  { on: 2, offers: ['rental', 'public', null, 'rental', 'newlywed-town', null], lasting: true, correctedAfter: 10 },

  { on: 0, offers: ['private'], correctedAfter: 8 },
  { on: 1, offers: ['private'] },
  { on: 2, offers: ['private'] },
  { on: 3, offers: ['private'], correctedAfter: 8 },
  { on: 5, offers: ['private'], correctedAfter: 9 },
  { on: 6, offers: ['private'] },

  { on: 0, offers: ['remainder'] },
  { on: 1, offers: ['remainder'] },
  { on: 2, offers: ['remainder'] },
  { on: 3, offers: ['remainder'] },
  { on: 4, offers: ['remainder'] },
  { on: 5, offers: ['remainder'] },
  { on: 6, offers: ['remainder'] },

  { on: 0, offers: ['officetel'] },
  { on: 2, offers: ['optional'] },
  { on: 3, offers: ['public-rent', 'resupply'] },
  { on: 5, offers: ['optional'] },
];

export type Announcement = {
  /** Unique to it and in the order of weeks: what everything invented about it grows from. */
  ordinal: number;
  /** Its line in the plan. */
  line: number;
  offer: Offer;
  announcedOn: string;
  lasting: boolean;
  correctedOn: string | null;
  /** The notice whose unsold homes this one offers. */
  leftBy: Announcement | null;
};

/** What stands on a Korean day, oldest first. */
export function announcementsStanding(today: string) {
  const oldest = { lasting: dayAfter(today, -730), passing: dayAfter(today, -28) };
  const weeks = Array.from(
    { length: weekOf(today) - weekOf(oldest.lasting) + 1 },
    (_, i) => weekOf(oldest.lasting) + i,
  );
  return weeks
    .flatMap((week) => plan.map((_, line) => announcement(week, line)))
    .filter((notice) => notice !== null)
    .filter(
      ({ announcedOn, lasting }) => announcedOn <= today && announcedOn >= oldest[lasting ? 'lasting' : 'passing'],
    )
    .sort((a, b) => (a.announcedOn < b.announcedOn ? -1 : Number(a.announcedOn > b.announcedOn)));
}

function announcement(week: number, line: number): Announcement | null {
  const { on, offers, lasting = false, correctedAfter } = plan[line]!;
  const offer = offers[week % offers.length];
  if (!offer) return null;
  const announcedOn = dayAfter(firstMonday, week * 7 + on);
  return {
    ordinal: week * 20 + line,
    line,
    offer,
    announcedOn,
    lasting,
    correctedOn: correctedAfter ? dayAfter(announcedOn, correctedAfter) : null,
    leftBy: lasting && offer === 'remainder' ? announcement(week - 9, plan.indexOf(friday)) : null,
  };
}

const firstMonday = '2018-01-01';

function weekOf(day: string) {
  const monday = dayAfter(day, -((weekday(day) + 6) % 7));
  return Math.round((Date.parse(monday) - Date.parse(firstMonday)) / (7 * 86_400_000));
}
