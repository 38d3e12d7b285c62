import type { CalendarLine } from '../../db/catalog/days-in-month.ts';
import {
  closesAt,
  extensionOf,
  lastReceiptDay,
  publication,
  receiptTracks,
  type PublicationHours,
  type ReceiptTrack,
} from '../../db/catalog/publication.ts';
import { firstReceiptDay } from '../../db/catalog/receipt-state.ts';
import { koreanDay, koreanTime } from '../../db/clock.ts';
import { trackWords } from '../words/tracks.ts';
import type { Step } from './steps.ts';

/** What readers can narrow a calendar to, beside place and kind. */
export type Topic = 'special' | 'rank1' | 'rank2' | 'general' | 'winners' | 'results' | 'contract';

/** One thing of one notice on one day. */
export type Entry = {
  notice: CalendarLine;
  day: string;
  step: Step;
  topics: Topic[];
  /** The Korean hour from which it holds, `HH:MM`; null for what has a day alone. */
  hour: string | null;
  /** Which receipts: `1순위 해당지역`; empty where the step says it all. */
  tracks: string;
  /** The last day, where it goes on after this one. */
  until: string | null;
};

/**
 * Everything that a calendar tells of a notice, a stretch of days once, at its begin; the receipt as a whole ends with an entry
 * of its own. It follows from public days, hours and orders alone: whether there are results is nobody's question here.
 */
export function entriesOf(notice: CalendarLine, hours: PublicationHours): Entry[] {
  return [...receiptEntries(notice), ...resultEntries(notice, hours), ...contractEntries(notice)];
}

function receiptEntries(notice: CalendarLine): Entry[] {
  const first = firstReceiptDay(notice);
  const last = lastReceiptDay(notice);
  const tracks = finestOf(receiptTracks(notice));
  const begun = Map.groupBy(tracks, beginOf);
  if (last && !begun.has(last)) begun.set(last, []);
  if (first && !begun.has(first)) begun.set(first, []);
  return [...begun].map(([day, beginning]) => {
    const told = beginning.length > 0 ? beginning : tracks.filter((track) => endOf(track) === day);
    const end = beginning.reduce((latest, track) => (endOf(track) > latest ? endOf(track) : latest), day);
    return entry(notice, day, stepOn(day, first, last), {
      topics: [...new Set(told.map(({ track }) => (track === 'all' ? 'general' : track)))],
      tracks: receiptWords(tracks, told),
      hour: day === last && extensionOf(notice) ? closingHour(notice) : null,
      until: end > day ? end : null,
    });
  });
}

/** The receipt as a whole is told only where nothing finer is known. */
function finestOf(tracks: ReceiptTrack[]) {
  const finer = tracks.filter(({ track }) => track !== 'all');
  return finer.length > 0 ? finer : tracks;
}

function stepOn(day: string, first: string | null, last: string | null): Step {
  if (day === first) return day === last ? 'one-day' : 'opens';
  return day === last ? 'closes' : 'goes-on';
}

/** A rank of which all places are meant is told by its name alone, and the receipt as a whole by nothing. */
function receiptWords(all: ReceiptTrack[], told: ReceiptTrack[]) {
  const parts = [...Map.groupBy(told, ({ track }) => track)].map(([name, of]) => {
    const whole = of.length === all.filter(({ track }) => track === name).length;
    return trackWords(whole ? [{ track: name, reside: null }] : of).join();
  });
  return told.some(({ track }) => track === 'all') ? '' : parts.join(', ');
}

/** Midnight ends the day before it. */
function closingHour(notice: CalendarLine) {
  const hour = koreanTime(closesAt(notice)!);
  return hour === '00:00' ? '24:00' : hour;
}

function resultEntries(notice: CalendarLine, hours: PublicationHours): Entry[] {
  const competition = publication(notice, 'competition', hours);
  const score = notice.kind === 'apt' ? publication(notice, 'score', hours) : null;
  const together = score !== null && koreanDay(score) === notice.winnersOn;
  const at = (instant: Date, step: Step, topics: Topic[]) =>
    entry(notice, koreanDay(instant), step, { topics, hour: koreanTime(instant) });
  return [
    ...(competition ? [at(competition, 'competition', ['results'])] : []),
    ...(together ? [at(score, 'winners-and-score', ['winners', 'results'])] : []),
    ...(!together && notice.winnersOn ? [entry(notice, notice.winnersOn, 'winners', { topics: ['winners'] })] : []),
    ...(!together && score ? [at(score, 'score', ['results'])] : []),
  ];
}

function contractEntries(notice: CalendarLine): Entry[] {
  const { contractBeginsOn: from, contractEndsOn: to } = notice;
  if (!from) return [];
  return [entry(notice, from, 'contract', { topics: ['contract'], until: to && to > from ? to : null })];
}

function entry(notice: CalendarLine, day: string, step: Step, more: Pick<Entry, 'topics'> & Partial<Entry>): Entry {
  return { notice, day, step, hour: null, tracks: '', until: null, ...more };
}

function beginOf({ beginsOn, endsOn }: ReceiptTrack) {
  return (beginsOn ?? endsOn)!;
}

function endOf({ beginsOn, endsOn }: ReceiptTrack) {
  return (endsOn ?? beginsOn)!;
}
