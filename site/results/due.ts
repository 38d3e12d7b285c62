import { hoursOf } from '../../db/catalog/hours.ts';
import type { NoticeLine } from '../../db/catalog/notice-line.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { publication, type ResultKind } from '../../db/catalog/publication.ts';
import {
  competitionPerhapsAfter,
  competitionPerhapsOn,
  noticesWithNewestResults,
  scoresPerhapsOn,
} from '../../db/catalog/publications.ts';
import { noticesWithWinnersFrom } from '../../db/catalog/winners-to-come.ts';
import { dayAfter, koreanDay, koreanTime } from '../../db/clock.ts';
import { plainItem, type NoticeItem } from '../lists/notice-item.ts';
import { shortItem, type ShortItem } from '../lists/short-item.ts';
import type { Crumb } from '../words/crumbs.ts';
import { atInstant, type When } from '../words/days.ts';

/** Notices whose results of a kind become known at one instant. `more` leads to those that are not among its items. */
export type DueGroup = { at: When; what: string; over: boolean; items: ShortItem[]; more?: Crumb };

/** What becomes known today, hour by hour, before or after its hour. */
export function dueToday(db: Facts, asOf: Date): DueGroup[] {
  const today = koreanDay(asOf);
  const due = [
    ...dated(db, scoresPerhapsOn(db, today), 'score'),
    ...dated(db, competitionPerhapsOn(db, today), 'competition'),
  ];
  return grouped(
    due.filter(({ instant }) => koreanDay(instant) === today),
    asOf,
  );
}

/** What becomes known after today, day by day. */
export function dueLater(db: Facts, asOf: Date): DueGroup[] {
  const today = koreanDay(asOf);
  const due = dated(db, competitionPerhapsAfter(db, today), 'competition');
  return grouped(
    due.filter(({ instant }) => koreanDay(instant) > today),
    asOf,
  );
}

/** What became or becomes known on any day at all: once a build, not once a page. */
export function dueEver(db: Facts, asOf: Date): DueGroup[] {
  return grouped(
    [
      ...dated(
        db,
        noticesWithWinnersFrom(db, '').filter(({ kind }) => kind === 'apt'),
        'score',
      ),
      ...dated(db, competitionPerhapsAfter(db, ''), 'competition'),
    ],
    asOf,
  );
}

const everyNotice = -1;

/** Results that are there to read, the newest first. Those that are not public take no place among the first of them. */
export function newestResults(db: Facts, asOf: Date, limit: number) {
  const today = koreanDay(asOf);
  const lastDay = koreanTime(asOf) >= hoursOf(db).competition ? today : dayAfter(today, -1);
  return dated(db, noticesWithNewestResults(db, lastDay, asOf, everyNotice), 'competition')
    .filter(({ instant }) => instant <= asOf)
    .slice(0, limit)
    .map(({ line }): NoticeItem => ({
      ...plainItem(line, today.slice(0, 4)),
      href: `/results/${line.id}/`,
    }));
}

const what: Record<Exclude<ResultKind, 'special-supply'>, string> = { competition: '경쟁률', score: '당첨 가점' };

type Dated = { line: NoticeLine; kind: keyof typeof what; instant: Date };

/** Notices with the instant of their results; those that are held fall out. */
function dated(db: Facts, lines: NoticeLine[], kind: Dated['kind']): Dated[] {
  const hours = hoursOf(db);
  return lines.flatMap((line) => {
    const instant = publication(line, kind, hours);
    return instant ? [{ line, kind, instant }] : [];
  });
}

/** What becomes known together, in the order in which it does. */
function grouped(due: Dated[], asOf: Date): DueGroup[] {
  const groups = Map.groupBy(due, ({ kind, instant }) => `${instant.toISOString()} ${kind}`);
  return [...groups.values()]
    .sort(([a], [b]) => a!.instant.getTime() - b!.instant.getTime())
    .map((group) => {
      const { kind, instant } = group[0]!;
      return {
        at: said(instant, asOf),
        what: what[kind],
        over: instant <= asOf,
        items: group.map(({ line }) => shortItem('results', line)),
      };
    });
}

/** An instant of today is told by its hour alone. */
function said(instant: Date, asOf: Date): When {
  const today = koreanDay(asOf);
  const at = atInstant(instant, today.slice(0, 4));
  return koreanDay(instant) === today ? { ...at, words: `오늘 ${koreanTime(instant)}` } : at;
}
