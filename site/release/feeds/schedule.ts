import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hoursOf } from '../../../db/catalog/hours.ts';
import { noticeLine } from '../../../db/catalog/notice-line.ts';
import type { Facts } from '../../../db/catalog/open.ts';
import { closesAt, receiptTracks, type PublicationHours } from '../../../db/catalog/publication.ts';
import { receiptHours } from '../../../db/catalog/receipt-hours.ts';
import { notices } from '../../../db/catalog/schema.ts';
import { dayAfter, koreanInstant, koreanStamp } from '../../../db/clock.ts';
import { asc, sql } from '../../../db/drizzle.ts';
import type { Scheduled } from '../../../db/feeds.ts';
import { publicationsOf } from '../publications-of.ts';
import { oneALine } from './one-a-line.ts';

/** Writes `schedule.json`: every notice that has a day or an hour to come as of an instant. It follows from public days and orders alone. */
export function writeSchedule(db: Facts, folder: string, asOf: Date) {
  const hours = hoursOf(db);
  const entries = announcedNotices(db)
    .filter((notice) => lastInstant(notice, hours) > asOf.getTime())
    .map((notice) => scheduled(notice, hours));
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
function lastInstant(notice: Announced, hours: PublicationHours) {
  const receipts = receiptTracks(notice).map(({ beginsOn, endsOn }) =>
    koreanInstant((endsOn ?? beginsOn)!, receiptHours.closes),
  );
  const publications = Object.values(publicationsOf(notice, hours));
  const winners = notice.winnersOn ? [koreanInstant(dayAfter(notice.winnersOn))] : [];
  const all = [...receipts, closesAt(notice), ...publications, ...winners].filter((instant) => instant !== null);
  return Math.max(...all.map((instant) => instant.getTime()));
}

function scheduled(notice: Announced, hours: PublicationHours): Scheduled {
  const { id, kind, name, sido, sigungu, winnersOn, revision } = notice;
  const { competition, specialSupply, score } = publicationsOf(notice, hours);
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
