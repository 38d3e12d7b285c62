import { regions } from '../../content/regions.ts';
import { sidoByCode } from '../../content/regions/find.ts';
import { dayWords } from '../words/days.ts';
import { placeWords } from '../words/places.ts';
import type { Entry } from './entries.ts';
import { steps, stepWords } from './steps.ts';

/** A notice in a day of the calendar. `of` are the words by which a script finds it: kind, place and topics. */
type Line = { href: string; name: string; about: string; of: string };

/** Notices to which the same happens on a day, at the same hour where there is one; `more` are those without a line. */
export type Group = { words: string; short: string; tone: string; lines: Line[]; more: number };

/** The entries of one day, by what happens, then from north to south. @param everywhere names the 시도 too. */
export function groupsOf(entries: Entry[], everywhere: boolean): Group[] {
  const groups = Map.groupBy(entries, ({ step, hour }) => `${steps.indexOf(step)} ${hour ?? ''}`);
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => {
      const { step, hour } = group[0]!;
      const { words, short, tone } = stepWords[step];
      const when = hour === null ? '' : isReceipt(step) ? ` ${hour}까지` : ` ${hour}`;
      const ordered = group.toSorted((a, b) => compare(orderOf(a), orderOf(b)));
      return { words: words + when, short, tone, lines: ordered.map((entry) => lineOf(entry, everywhere)), more: 0 };
    });
}

function lineOf({ notice, step, tracks, until, topics, day }: Entry, everywhere: boolean): Line {
  const room = ['competition', 'winners-and-score', 'winners', 'score'].includes(step) ? 'results' : 'notices';
  const place = placeWords(notice);
  const own = everywhere ? place : place.replace(/^\S+ /, '');
  return {
    href: `/${room}/${notice.id}/`,
    name: notice.name,
    about: [own, tracks, until ? untilWords(day, until) : ''].filter((part) => part !== '').join(' · '),
    of: [notice.kind, (notice.sido && sidoByCode(notice.sido)?.slug) ?? 'nowhere', ...topics].join(' '),
  };
}

/** `17일(목)까지`; with its month where that is another. */
function untilWords(day: string, until: string) {
  const words = dayWords(until, day.slice(0, 4));
  return `${day.slice(0, 7) === until.slice(0, 7) ? words.replace(/^.*월 /, '') : words}까지`;
}

function isReceipt(step: Entry['step']) {
  return ['one-day', 'opens', 'closes', 'goes-on'].includes(step);
}

const places = new Map(regions.map(({ code }, i) => [code, i]));

/** Places in the order of the region table, those without one last. */
function orderOf({ notice }: Entry) {
  const place = notice.sido === null ? undefined : places.get(notice.sido);
  return `${String(place ?? 99).padStart(2, '0')} ${notice.sigungu ?? '99999'} ${notice.id}`;
}

function compare(a: string, b: string) {
  return a < b ? -1 : a > b ? 1 : 0;
}
