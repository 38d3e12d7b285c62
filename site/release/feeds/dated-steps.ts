import type { NoticeWithDays } from '../../../db/catalog/all-notice-days.ts';
import {
  extensionOf,
  lastReceiptDay,
  publication,
  receiptTracks,
  type PublicationHours,
  type ReceiptTrack,
} from '../../../db/catalog/publication.ts';
import { receiptHours } from '../../../db/catalog/receipt-hours.ts';
import { koreanInstant } from '../../../db/clock.ts';
import { trackWords } from '../../words/tracks.ts';

/** A step of a notice that a calendar can show: whole days, or an instant. */
export type DatedStep = {
  /** Names the step for good, whatever its days become: `rank1-local`, `winners`. */
  key: string;
  /** All that it stands for: receipts of one rank on the same days are one step. */
  covers: string[];
  what: string;
  when: { from: string; to: string } | Date;
  /** When a receipt ends; null where that is not known, and for all other steps. */
  closes: Date | null;
  /** Said in a sentence under it. */
  note: string;
  /** The operator holds it: when it will be is open. */
  held: boolean;
};

/** The steps of a notice that have a day, in their order. They follow from public days and orders alone. */
export function datedSteps(notice: NoticeWithDays, hours: PublicationHours): DatedStep[] {
  return [...receiptSteps(notice), ...publicationSteps(notice, hours), ...contractSteps(notice)];
}

function receiptSteps(notice: NoticeWithDays): DatedStep[] {
  return sameDays(receiptTracks(notice)).map((tracks): DatedStep => {
    const { track, beginsOn, endsOn } = tracks[0]!;
    const from = (beginsOn ?? endsOn)!;
    const covers = tracks.map(keyOf);
    return {
      ...plainStep(covers[0]!, `${trackWords(tracks).join(', ')}${track === 'all' ? '' : ' 접수'}`, {
        from,
        to: endsOn ?? from,
      }),
      covers,
      closes: endsOn === null ? null : closing(notice, endsOn),
      note: endsOn
        ? `접수 시간은 평일 ${receiptHours.opens}~${receiptHours.closes}입니다.`
        : '마감일이 공식 자료에 없습니다.',
    };
  });
}

/** The receipt as a whole is a step only where nothing finer is known. */
function sameDays(tracks: ReceiptTrack[]) {
  const finer = tracks.filter(({ track }) => track !== 'all');
  const said = finer.length > 0 ? finer : tracks;
  return [...Map.groupBy(said, ({ track, beginsOn, endsOn }) => `${track} ${beginsOn} ${endsOn}`).values()];
}

function closing(notice: NoticeWithDays, endsOn: string) {
  const extended = endsOn === lastReceiptDay(notice) ? extensionOf(notice) : null;
  return extended ?? koreanInstant(endsOn, receiptHours.closes);
}

function keyOf({ track, reside }: ReceiptTrack) {
  return track === 'all' ? 'receipt' : reside ? `${track}-${reside}` : track;
}

function publicationSteps(notice: NoticeWithDays, hours: PublicationHours): DatedStep[] {
  const apt = notice.kind === 'apt';
  const { winnersOn: day } = notice;
  const published = (key: 'competition' | 'score', what: string): DatedStep[] => {
    // One that is held is told with the instant that it had, so that calendars strike it out.
    const instant = publication({ ...notice, held: false }, key, hours);
    const note = notice.held ? '발표를 보류했습니다.' : '이 시각 이후 공개합니다.';
    return instant ? [{ ...plainStep(key, what, instant), note, held: notice.held }] : [];
  };
  return [
    ...published('competition', apt ? '경쟁률·특별공급 신청현황 공개' : '경쟁률 공개'),
    ...(day ? [plainStep('winners', '당첨자 발표', { from: day, to: day })] : []),
    ...(apt ? published('score', '당첨 가점 공개') : []),
  ];
}

function contractSteps({ contractBeginsOn: from, contractEndsOn: to }: NoticeWithDays): DatedStep[] {
  const first = from ?? to;
  return first ? [plainStep('contract', '계약', { from: first, to: to ?? first })] : [];
}

function plainStep(key: string, what: string, when: DatedStep['when']): DatedStep {
  return { key, covers: [key], what, when, closes: null, note: '', held: false };
}
