import { kindNames } from '../../db/kinds.ts';
import type { NoticeLine } from '../../db/catalog/notice-line.ts';
import { receiptTracks } from '../../db/catalog/publication.ts';
import { receiptState, takesOn } from '../../db/catalog/receipt-state.ts';
import { koreanDay } from '../../db/clock.ts';
import { stateBadge } from '../notice/state-badge.ts';
import { onDay, receiptDays, type When } from '../words/days.ts';
import { households } from '../words/numbers.ts';
import { placeWords } from '../words/places.ts';
import type { Badge } from '../words/states.ts';
import { trackWords } from '../words/tracks.ts';

/** A notice in a list, ready to print. */
export type NoticeItem = {
  href: string;
  name: string;
  badges: Badge[];
  /** Place, kind, size. */
  about: string;
  announced: When;
  receipt: When[];
  winners: When | null;
  /** What can be applied for today, where that is worth a word. */
  today: string | null;
  /** When its receipt closes, where that is near enough to count the hours. */
  closes?: When;
};

/** A notice as it stands at `asOf`, with its state. Days leave out the year of `asOf`. */
export function currentItem(line: NoticeLine, asOf: Date): NoticeItem {
  const today = koreanDay(asOf);
  return {
    ...plainItem(line, today.slice(0, 4)),
    badges: [stateBadge(line, asOf)],
    today: receiptState(line, asOf) === 'open' ? tracksOn(line, today) : null,
  };
}

/** A notice as an archive tells it: nothing that will ever change by itself. Days leave out `year`. */
export function plainItem(line: NoticeLine, year?: string): NoticeItem {
  const { firstReceiptDay: first, lastReceiptDay: last } = line;
  return {
    href: `/notices/${line.id}/`,
    name: line.name,
    badges: [],
    about: [placeWords(line), kindNames[line.kind], ...(line.totalSupply ? [households(line.totalSupply)] : [])].join(
      ' · ',
    ),
    announced: onDay(line.announcedOn, year),
    receipt: first ? receiptDays(first, last, year) : [],
    winners: line.winnersOn ? onDay(line.winnersOn, year) : null,
    today: null,
  };
}

function tracksOn(line: NoticeLine, day: string) {
  const open = receiptTracks(line).filter((track) => track.track !== 'all' && takesOn(track, day));
  return open.length > 0 ? trackWords(open).join(', ') : null;
}
