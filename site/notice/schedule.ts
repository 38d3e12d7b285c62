import {
  closesAt,
  extensionOf,
  lastReceiptDay,
  noOrders,
  publication,
  receiptTracks,
  type PublicationHours,
  type ReceiptTrack,
} from '../../db/catalog/publication.ts';
import { receiptHours } from '../../db/catalog/receipt-hours.ts';
import type { Notice } from '../../db/catalog/schema.ts';
import { dayAfter, koreanInstant } from '../../db/clock.ts';
import { atInstant, inMonth, period, type When } from '../words/days.ts';
import { trackWords } from '../words/tracks.ts';
import { daysOffWords } from './days-off.ts';
import { receiptToday } from './receipt-today.ts';

/** Said under every schedule. */
export const receiptNote = `접수 시간은 평일 ${receiptHours.opens}~${receiptHours.closes}이며, 주말과 공휴일에는 쉽니다.`;

/** A step on the way of a notice. `days` is empty where the official data names none. */
export type Step = {
  what: string;
  sort: 'announcement' | 'receipt' | 'publication' | 'winners' | 'contract' | 'keys';
  days: When[];
  note: string;
  /** From the beginning of its first day on, until it is over; null where that is not known. */
  begins: Date | null;
  ends: Date | null;
  /** What is said of it while it lasts. */
  meanwhile: string;
};

/** All days of a notice, from the announcement to the keys. Days leave out the year of the announcement. */
export function scheduleOf(notice: Notice, hours: PublicationHours, asOf: Date): Step[] {
  const year = notice.announcedOn.slice(0, 4);
  return [
    onDays('announcement', '모집공고', [notice.announcedOn, notice.announcedOn], year),
    ...receiptSteps(notice, year, asOf),
    ...publicationSteps(notice, hours, year),
    ...contractSteps(notice, year),
    ...(notice.moveInMonth ? [keysStep(notice.moveInMonth)] : []),
  ];
}

function receiptSteps(notice: Notice, year: string, asOf: Date) {
  return sameDays(receiptTracks(notice)).map((tracks): Step => {
    const { beginsOn, endsOn } = tracks[0]!;
    const from = (beginsOn ?? endsOn)!;
    return {
      what: `${trackWords(tracks).join(', ')}${tracks[0]!.track === 'all' ? '' : ' 접수'}`,
      sort: 'receipt',
      days: period(from, endsOn ?? from, year),
      note: endsOn ? receiptWords(notice, from, endsOn, year) : '마감일이 공식 자료에 없습니다',
      begins: koreanInstant(from),
      ends: closeOf(notice, endsOn),
      meanwhile: receiptToday(notice, tracks[0]!, asOf),
    };
  });
}

/** When a receipt that ends on a day is over; the last one of all may be extended. */
function closeOf(notice: Notice, endsOn: string | null) {
  if (endsOn === null || endsOn === lastReceiptDay(notice)) return closesAt(notice);
  return koreanInstant(endsOn, receiptHours.closes);
}

function receiptWords(notice: Notice, from: string, endsOn: string, year: string) {
  const extended = endsOn === lastReceiptDay(notice) ? extensionOf(notice) : null;
  return [
    ...(extended ? [`접수 마감이 ${atInstant(extended, year).words}까지 연장되었습니다`] : []),
    ...daysOffWords(from, endsOn, year),
  ].join('. ');
}

/** Receipts of one rank on the same days are one step. The receipt as a whole is one only where nothing finer is known. */
function sameDays(tracks: ReceiptTrack[]) {
  const finer = tracks.filter(({ track }) => track !== 'all');
  const steps = new Map<string, ReceiptTrack[]>();
  for (const track of finer.length > 0 ? finer : tracks) {
    const key = `${track.track} ${track.beginsOn} ${track.endsOn}`;
    steps.set(key, [...(steps.get(key) ?? []), track]);
  }
  return [...steps.values()];
}

function publicationSteps(notice: Notice, hours: PublicationHours, year: string): Step[] {
  const published = (what: string, kind: 'competition' | 'score'): Step => {
    const instant = publication(notice, kind, hours);
    return {
      what,
      sort: 'publication',
      days: instant ? [atInstant(instant, year)] : [],
      note: publicationNote(notice, kind, hours, year),
      begins: instant,
      ends: instant,
      meanwhile: '',
    };
  };
  return [
    published(notice.kind === 'apt' ? '경쟁률·특별공급 신청현황 공개' : '경쟁률 공개', 'competition'),
    onDays('winners', '당첨자 발표', notice.winnersOn ? [notice.winnersOn, notice.winnersOn] : null, year),
    ...(notice.kind === 'apt' && publication(notice, 'score', hours) ? [published('당첨 가점 공개', 'score')] : []),
  ];
}

function publicationNote(notice: Notice, kind: 'competition' | 'score', hours: PublicationHours, year: string) {
  if (notice.held) return '발표를 보류했습니다';
  const instant = publication(notice, kind, hours);
  if (!instant) return '공개 시각을 정할 수 없어 보류합니다';
  // An extension of the receipt explains its own delay, where the receipt stands.
  const unmoved = publication({ ...notice, ...noOrders, extendedTo: notice.extendedTo }, kind, hours);
  if (!unmoved || unmoved.getTime() === instant.getTime()) return '이후';
  return `이후로 늦췄습니다. 원래는 ${atInstant(unmoved, year).words}이었습니다`;
}

function contractSteps({ contractBeginsOn: from, contractEndsOn: to }: Notice, year: string) {
  return from ? [onDays('contract', '계약', [from, to ?? from], year)] : [];
}

function keysStep(month: string): Step {
  const first = `${month}-01`;
  return {
    ...onDays('keys', '입주 예정', null, ''),
    days: [inMonth(month)],
    note: '',
    begins: koreanInstant(first),
    ends: koreanInstant(`${dayAfter(first, 31).slice(0, 7)}-01`),
    meanwhile: '이번 달',
  };
}

function onDays(sort: Step['sort'], what: string, days: [from: string, to: string] | null, year: string): Step {
  return {
    what,
    sort,
    days: days ? period(...days, year) : [],
    note: days ? '' : '미정',
    begins: days && koreanInstant(days[0]),
    ends: days && koreanInstant(dayAfter(days[1])),
    meanwhile: days && days[0] === days[1] ? '오늘' : '진행 중',
  };
}
