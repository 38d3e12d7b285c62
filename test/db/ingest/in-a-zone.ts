import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hoursOf } from '../../../db/catalog/hours.ts';
import { openCatalog } from '../../../db/catalog/open.ts';
import { publication } from '../../../db/catalog/publication.ts';
import { competition, notices } from '../../../db/catalog/schema.ts';
import { koreanDay } from '../../../db/clock.ts';
import { openIntake } from '../../../db/ingest/intake.ts';
import { operations } from '../../../db/ingest/operations.ts';
import { takeOrders } from '../../../db/publications/take-orders.ts';
import { nextMoment } from '../../../site/release/moments.ts';
import { aptCompetitionRow, aptNoticeRow } from '../../rows.ts';

/*
 * Takes a notice in whose receipt ends on the last day of a year, extends it to 23:58, and says around the instant of its
 * competition, which lies in the new year, what a machine in this zone makes of it.
 */

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-zone-'));
const catalog = openCatalog(folder, 'a test');
const { db } = catalog;
const id = '2026000001';
const day = '2026-12-31';
const take = (name: string, row: object, now: Date) =>
  openIntake(db, now, hoursOf(db)).take(
    operations.find((each) => each.name === name)!,
    [{ place: 'row 1', row }],
  );

const days = Object.entries(aptNoticeRow).map(([name, value]) => [
  name,
  /RCPTDE|RCEPT_(BGN|END)DE|_ENDDE/.test(name) && !name.startsWith('CNTRCT') && value ? day : value,
]);
const notice = { ...Object.fromEntries(days), HOUSE_MANAGE_NO: id, PBLANC_NO: id, RCRIT_PBLANC_DE: '2026-12-20' };
take('getAPTLttotPblancDetail', { ...notice, PRZWNER_PRESNATN_DE: '2027-01-01' }, new Date('2026-12-21T00:00:00Z'));
takeOrders(db, [
  {
    noticeId: id,
    action: 'extend',
    until: '2026-12-31T23:58:00+09:00',
    by: '운영',
    because: '연장',
    orderedAt: '2026-12-30T09:00:00+09:00',
  },
]);

const known = db.select().from(notices).get()!;
const at = publication(known, 'competition', hoursOf(db))!;
const rowsAt = (milliseconds: number) => {
  const row = { ...aptCompetitionRow, HOUSE_MANAGE_NO: id, PBLANC_NO: id };
  take('getAPTLttotPblancCmpet', row, new Date(at.getTime() + milliseconds));
  return db.select().from(competition).all().length;
};
console.log(
  JSON.stringify({
    west: new Date(0).getTimezoneOffset(),
    competition: at.toISOString(),
    score: publication(known, 'score', hoursOf(db))!.toISOString(),
    days: ['2026-12-31T14:59:59.999Z', '2026-12-31T15:00:00Z'].map((instant) => koreanDay(new Date(instant))),
    next: nextMoment(new Date('2026-12-31T23:58:00+09:00')).toISOString(),
    rows: [-1, 0, 1].map(rowsAt),
  }),
);
catalog.close();
rmSync(folder, { recursive: true });
