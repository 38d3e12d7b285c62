import { hoursOf } from '../../db/catalog/hours.ts';
import type { NoticeLine } from '../../db/catalog/notice-line.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { competitionPerhapsAfter } from '../../db/catalog/publications.ts';
import { noticesWithWinnersFrom } from '../../db/catalog/winners-to-come.ts';
import { dayAfter, koreanDay } from '../../db/clock.ts';
import { publicationsOf } from '../release/publications-of.ts';
import { atInstant, type When } from '../words/days.ts';
import { grouped } from '../words/numbers.ts';

/** An instant to come, and of how many notices the results become public then; `-` for none. */
export type NextPublication = { at: When; competition: string; score: string };

/** The publication instants after `asOf`, the soonest first. They follow from public days and orders alone. */
export function nextPublications(db: Facts, asOf: Date, limit: number): NextPublication[] {
  const year = koreanDay(asOf).slice(0, 4);
  const coming = publicationsAfter(db, asOf).sort((a, b) => a.time - b.time);
  return [...Map.groupBy(coming, ({ time }) => time)].slice(0, limit).map(([time, together]) => ({
    at: atInstant(new Date(time), year),
    competition: countWords(together, 'competition'),
    score: countWords(together, 'score'),
  }));
}

type Coming = { time: number; kind: 'competition' | 'score' };

function publicationsAfter(db: Facts, asOf: Date) {
  const hours = hoursOf(db);
  return noticesFrom(db, koreanDay(asOf)).flatMap((notice) => {
    const { competition, score } = publicationsOf(notice, hours);
    return [...after(asOf, competition, 'competition'), ...after(asOf, score, 'score')];
  });
}

function after(asOf: Date, instant: Date | null, kind: Coming['kind']): Coming[] {
  return instant && instant > asOf ? [{ time: instant.getTime(), kind }] : [];
}

/** All notices that may have results to come on a day or after it, each once. */
function noticesFrom(db: Facts, day: string): NoticeLine[] {
  const perhaps = [...competitionPerhapsAfter(db, dayAfter(day, -1)), ...noticesWithWinnersFrom(db, day)];
  return [...new Map(perhaps.map((line) => [line.id, line])).values()];
}

function countWords(all: Coming[], kind: Coming['kind']) {
  const count = all.filter((each) => each.kind === kind).length;
  return count > 0 ? `${grouped(count)}건` : '-';
}
