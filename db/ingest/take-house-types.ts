import { houseTypeLabels } from '../catalog/labels.ts';
import { houseTypes, notices, type HouseType } from '../catalog/schema.ts';
import { and, eq, inArray } from '../drizzle.ts';
import { recordCorrections } from './corrections.ts';
import type { HouseTypeOperation } from './operations.ts';
import { setAside } from './quarantine.ts';
import type { ReadRow } from './read-row.ts';
import type { Run } from './run.ts';

/** Adds the house types that are new, corrects those that differ. One whose notice nobody has seen is set aside. */
export function takeHouseTypes(run: Run, operation: HouseTypeOperation, rows: ReadRow<HouseType>[]) {
  const { db, tally } = run;
  const ids = [...new Set(rows.map(({ facts }) => facts.noticeId))];
  const noticesKnown = new Map(
    db
      .select({ id: notices.id, firstSeenAt: notices.firstSeenAt })
      .from(notices)
      .where(inArray(notices.id, ids))
      .all()
      .map(({ id, firstSeenAt }) => [id, firstSeenAt]),
  );
  const typesKnown = new Map(
    db
      .select()
      .from(houseTypes)
      .where(inArray(houseTypes.noticeId, ids))
      .all()
      .map((type) => [`${type.noticeId}/${type.modelNo}`, type]),
  );
  for (const { facts, place, key, row } of rows) {
    const before = typesKnown.get(`${facts.noticeId}/${facts.modelNo}`);
    if (!noticesKnown.has(facts.noticeId))
      setAside(db, run.now, tally, operation, {
        place,
        key,
        reason: `HOUSE_MANAGE_NO is of no notice that is known: take its notice first`,
        text: JSON.stringify(row),
      });
    else if (before) tally.rows['house-type'][correct(run, before, facts)] += 1;
    else {
      db.insert(houseTypes).values(facts).run();
      tally.rows['house-type'].new += 1;
    }
  }
}

function correct(run: Run, before: HouseType, after: HouseType) {
  const fields = (Object.keys(houseTypeLabels) as (keyof HouseType)[]).filter(
    (field) => before[field] !== after[field],
  );
  if (fields.length === 0) return 'same';
  const { noticeId, modelNo } = after;
  run.db
    .update(houseTypes)
    .set(after)
    .where(and(eq(houseTypes.noticeId, noticeId), eq(houseTypes.modelNo, modelNo)))
    .run();
  recordCorrections(
    run,
    noticeId,
    fields.map((field) => ({
      modelNo,
      field,
      label: houseTypeLabels[field],
      before: before[field],
      after: after[field],
    })),
  );
  return 'changed';
}
