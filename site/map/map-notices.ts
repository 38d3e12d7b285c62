import { sidoByCode, sigunguByCode } from '../../content/regions/find.ts';
import { currentNotices, endedNotices } from '../../db/catalog/lists.ts';
import type { NoticeLine } from '../../db/catalog/notice-line.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { closesAt } from '../../db/catalog/publication.ts';
import { receiptHours } from '../../db/catalog/receipt-hours.ts';
import { dayAfter, koreanDay, koreanInstant, koreanStamp } from '../../db/clock.ts';
import { placeWords } from '../words/places.ts';

const year = 365;
const everyNotice = -1;

/** Name, latitude and longitude of a place. */
type Place = [name: string, lat: number, lon: number];
/** When its receipt opens and closes are instants with Korea's offset, null where the days are not known. */
type MapNotice = [id: string, name: string, place: string, kind: string, opens: string | null, closes: string | null];

/**
 * What the moving map shows: notices that are open or to come, and those announced in the year before. Places by their code:
 * five digits of a 시군구, two of a 시도 where no more is known. Public facts of the notice alone, nothing of its results.
 */
export function mapNotices(db: Facts, asOf: Date): { places: Record<string, Place>; notices: MapNotice[] } {
  const today = koreanDay(asOf);
  const since = dayAfter(today, -year);
  const ended = endedNotices(db, {}, today, everyNotice).filter(({ announcedOn }) => announcedOn >= since);
  const lines = [...currentNotices(db, {}, today, everyNotice), ...ended]
    .filter((line) => line.sigungu ?? line.sido)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { places: placesOf(lines), notices: lines.map(noticeOf) };
}

function noticeOf(line: NoticeLine): MapNotice {
  const { firstReceiptDay: first } = line;
  const closes = closesAt(line);
  return [
    line.id,
    line.name,
    (line.sigungu ?? line.sido)!,
    line.kind,
    first && koreanStamp(koreanInstant(first, receiptHours.opens)),
    closes && koreanStamp(closes),
  ];
}

function placesOf(lines: NoticeLine[]) {
  const codes = [...new Set(lines.map(({ sigungu, sido }) => (sigungu ?? sido)!))].sort();
  return Object.fromEntries(
    codes.map((code): [string, Place] => {
      const { lat, lon } = (sigunguByCode(code) ?? sidoByCode(code))!;
      return [code, [placeWords({ sido: code.slice(0, 2), sigungu: code }), lat, lon]];
    }),
  );
}
