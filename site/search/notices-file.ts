import { regions } from '../../content/regions.ts';
import { sigunguByCode } from '../../content/regions/find.ts';
import { kinds } from '../../db/kinds.ts';
import { extensionOf } from '../../db/catalog/publication.ts';
import { receiptHours } from '../../db/catalog/receipt-hours.ts';
import { koreanStamp } from '../../db/clock.ts';
import type { NoticesFile } from '../scripts/search/index-file.ts';
import { dayNumber } from './day-number.ts';
import { byFrequency } from './dictionary.ts';
import { takingDays } from './taking-days.ts';
import type { Announced } from './write-search.ts';

/** Names, places and days of all notices, which are sorted by number. */
export function noticesFile(notices: Announced[]): NoticesFile {
  const units = byFrequency(notices.flatMap(({ sigungu }) => (sigungu && sigunguByCode(sigungu) ? [sigungu] : [])));
  const unitAt = new Map(units.map((code, i) => [code, i + 1]));
  const provinceAt = new Map(regions.map(({ code }, i) => [code, -1 - i]));
  const days = notices.map((notice) => daysOf(notice));
  return {
    format: 1,
    hours: receiptHours,
    provinces: regions.map(({ code, name, fullName }) => [code, name, fullName]),
    units: units.map((code) => [code, sigunguByCode(code)!.name]),
    ids: distances(notices.map(({ id }) => Number(id))),
    names: notices.map(({ name }) => name),
    places: notices.map(({ sido, sigungu }) => unitAt.get(sigungu ?? '') ?? provinceAt.get(sido ?? '') ?? 0),
    kinds: notices.map(({ kind }) => kinds.indexOf(kind)).join(''),
    announced: distances(days.map(({ announced }) => announced)),
    opens: days.map(({ announced, opens }) => (opens === null ? null : opens - announced)),
    closes: days.map(({ announced, opens, closes }) => (closes === null ? null : closes - (opens ?? announced))),
    extended: sparse(notices, (notice) => instant(extensionOf(notice))),
    taking: sparse(notices, takingDays),
    printed: sparse(notices, ({ id, noticeNo }) => (noticeNo === id ? null : noticeNo)),
  };
}

function daysOf({ announcedOn, firstReceiptDay, lastReceiptDay }: Announced) {
  return {
    announced: dayNumber(announcedOn),
    opens: firstReceiptDay === null ? null : dayNumber(firstReceiptDay),
    closes: lastReceiptDay === null ? null : dayNumber(lastReceiptDay),
  };
}

function distances(numbers: number[]) {
  return numbers.map((number, i) => number - (numbers[i - 1] ?? 0));
}

/** What few notices have, by their place in the columns. */
function sparse(notices: Announced[], of: (notice: Announced) => string | null): Record<number, string> {
  return Object.fromEntries(
    notices.flatMap((notice, i) => {
      const value = of(notice);
      return value === null ? [] : [[i, value]];
    }),
  );
}

function instant(at: Date | null) {
  return at && koreanStamp(at);
}
