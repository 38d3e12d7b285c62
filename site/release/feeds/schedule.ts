import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc, sql } from 'drizzle-orm';
import { noticeLine } from '../../../db/catalog/notice-line.ts';
import type { Facts } from '../../../db/catalog/open.ts';
import { receiptTracks } from '../../../db/catalog/publication.ts';
import { receiptHours } from '../../../db/catalog/receipt-state.ts';
import { notices } from '../../../db/catalog/schema.ts';
import { dayAfter, koreanInstant, koreanStamp } from '../../../db/clock.ts';
import type { Scheduled } from '../../../db/feeds.ts';
import { publicationsOf } from '../publications-of.ts';
import { oneALine } from './one-a-line.ts';

/** Writes `schedule.json`: every notice that has a day or an hour to come as of an instant. It follows from public days alone. */
export function writeSchedule(db: Facts, folder: string, asOf: Date) {
  const entries = announcedNotices(db)
    .filter((notice) => lastInstant(notice) > asOf.getTime())
    .map(scheduled);
  writeFileSync(join(folder, 'schedule.json'), oneALine({ format: 1 }, 'entries', entries));
}

type Announced = ReturnType<typeof announcedNotices>[number];

function announcedNotices(db: Facts) {
  return db
    .select({ ...noticeLine, revision: notices.revision })
    .from(notices)
    .orderBy(sql`${noticeLine.firstReceiptDay} is null`, noticeLine.firstReceiptDay, asc(notices.id))
    .all();
}

/** When nothing more is to be expected of a notice: its receipts, its publications and its winners' day are over. */
function lastInstant(notice: Announced) {
  const receipts = receiptTracks(notice).map(({ beginsOn, endsOn }) =>
    koreanInstant((endsOn ?? beginsOn)!, receiptHours.closes),
  );
  const publications = Object.values(publicationsOf(notice)).filter((instant) => instant !== null);
  const winners = notice.winnersOn ? [koreanInstant(dayAfter(notice.winnersOn))] : [];
  return Math.max(...[...receipts, ...publications, ...winners].map((instant) => instant.getTime()));
}

function scheduled(notice: Announced): Scheduled {
  const { id, kind, name, sido, sigungu, winnersOn, revision } = notice;
  const { competition, specialSupply, score } = publicationsOf(notice);
  return {
    noticeId: id,
    name,
    kind,
    sido,
    sigungu,
    opensOn: notice.firstReceiptDay,
    closesOn: notice.lastReceiptDay,
    tracks: receiptTracks(notice),
    winnersOn,
    publications: { competition: stamp(competition), specialSupply: stamp(specialSupply), score: stamp(score) },
    url: `/notices/${id}/`,
    revision,
  };
}

function stamp(instant: Date | null) {
  return instant && koreanStamp(instant);
}
