import { publication, receiptTracks, type ReceiptTrack } from '../../db/catalog/publication.ts';
import { receiptHours, receiptState, takesOn } from '../../db/catalog/receipt-state.ts';
import type { Notice } from '../../db/catalog/schema.ts';
import { koreanDay } from '../../db/clock.ts';
import { atInstant, inMonth, onDay, period, type When } from '../words/days.ts';
import { trackWords } from '../words/tracks.ts';

/** Said under every schedule. */
export const receiptNote = `접수 시간은 평일 ${receiptHours.opens}~${receiptHours.closes}입니다.`;

/** A step on the way of a notice. `days` is empty where the official data names none. */
export type Step = { what: string; days: When[]; note: string; now: boolean };

/** All days of a notice in their order, from the announcement to the keys. Days leave out the year of the announcement. */
export function scheduleOf(notice: Notice, asOf: Date): Step[] {
  const year = notice.announcedOn.slice(0, 4);
  return [
    step('모집공고', [onDay(notice.announcedOn, year)]),
    ...receiptSteps(notice, year, asOf),
    ...publicationSteps(notice, year),
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
      note: endsOn ? '' : '마감일이 공식 자료에 없습니다',
      now: open && takesOn(tracks[0]!, koreanDay(asOf)),
    };
  });
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

function publicationSteps(notice: Notice, year: string) {
  const competition = publication(notice, 'competition');
  const score = publication(notice, 'score');
  const after = '이후';
  const held = '공개 시각을 정할 수 없어 보류합니다';
  return [
    step(
      notice.kind === 'apt' ? '경쟁률·특별공급 신청현황 공개' : '경쟁률 공개',
      competition ? [atInstant(competition, year)] : [],
      competition ? after : held,
    ),
    step('당첨자 발표', notice.winnersOn ? [onDay(notice.winnersOn, year)] : [], notice.winnersOn ? '' : '미정'),
    ...(notice.kind === 'apt' && score ? [step('당첨 가점 공개', [atInstant(score, year)], after)] : []),
  ];
}

function step(what: string, days: When[], note = ''): Step {
  return { what, days, note, now: false };
}
