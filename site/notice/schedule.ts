import {
  extensionOf,
  lastReceiptDay,
  noOrders,
  publication,
  receiptTracks,
  type PublicationHours,
  type ReceiptTrack,
} from '../../db/catalog/publication.ts';
import { receiptHours } from '../../db/catalog/receipt-hours.ts';
import { receiptState, takesOn } from '../../db/catalog/receipt-state.ts';
import type { Notice } from '../../db/catalog/schema.ts';
import { koreanDay } from '../../db/clock.ts';
import { atInstant, inMonth, onDay, period, type When } from '../words/days.ts';
import { trackWords } from '../words/tracks.ts';

/** Said under every schedule. */
export const receiptNote = `접수 시간은 평일 ${receiptHours.opens}~${receiptHours.closes}입니다.`;

/** A step on the way of a notice. `days` is empty where the official data names none. */
export type Step = { what: string; days: When[]; note: string; now: boolean };

/** All days of a notice in their order, from the announcement to the keys. Days leave out the year of the announcement. */
export function scheduleOf(notice: Notice, hours: PublicationHours, asOf: Date): Step[] {
  const year = notice.announcedOn.slice(0, 4);
  return [
    step('모집공고', [onDay(notice.announcedOn, year)]),
    ...receiptSteps(notice, year, asOf),
    ...publicationSteps(notice, hours, year),
    ...(notice.contractBeginsOn
      ? [step('계약', period(notice.contractBeginsOn, notice.contractEndsOn ?? notice.contractBeginsOn, year))]
      : []),
    ...(notice.moveInMonth ? [step('입주 예정', [inMonth(notice.moveInMonth)])] : []),
  ];
}

function receiptSteps(notice: Notice, year: string, asOf: Date) {
  const open = receiptState(notice, asOf) === 'open';
  return sameDays(receiptTracks(notice)).map((tracks): Step => {
    const { beginsOn, endsOn } = tracks[0]!;
    const from = (beginsOn ?? endsOn)!;
    return {
      what: `${trackWords(tracks).join(', ')}${tracks[0]!.track === 'all' ? '' : ' 접수'}`,
      days: period(from, endsOn ?? from, year),
      note: endsOn ? extensionWords(notice, endsOn, year) : '마감일이 공식 자료에 없습니다',
      now: open && takesOn(tracks[0]!, koreanDay(asOf)),
    };
  });
}

function extensionWords(notice: Notice, endsOn: string, year: string) {
  const extended = endsOn === lastReceiptDay(notice) ? extensionOf(notice) : null;
  return extended ? `접수 마감이 ${atInstant(extended, year).words}까지 연장되었습니다` : '';
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

function publicationSteps(notice: Notice, hours: PublicationHours, year: string) {
  const published = (what: string, kind: 'competition' | 'score') => {
    const instant = publication(notice, kind, hours);
    return step(what, instant ? [atInstant(instant, year)] : [], publicationNote(notice, kind, hours, year));
  };
  return [
    published(notice.kind === 'apt' ? '경쟁률·특별공급 신청현황 공개' : '경쟁률 공개', 'competition'),
    step('당첨자 발표', notice.winnersOn ? [onDay(notice.winnersOn, year)] : [], notice.winnersOn ? '' : '미정'),
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

function step(what: string, days: When[], note = ''): Step {
  return { what, days, note, now: false };
}
