import { noticeLabels, type OfficialFacts } from '../catalog/labels.ts';
import { events, notices, type Notice } from '../catalog/schema.ts';
import { eq, inArray } from '../drizzle.ts';
import { recordCorrections } from './corrections.ts';
import { placeOf } from './places/place-of.ts';
import type { ReadRow } from './read-row.ts';
import type { NoticeFacts } from './rows/notice.ts';
import type { Run } from './run.ts';

/** Adds the notices that are new, corrects those that differ. */
export function takeNotices(run: Run, rows: ReadRow<NoticeFacts>[]) {
  const { db, tally } = run;
  const ids = rows.map(({ facts }) => facts.id);
  const known = new Map(
    db
      .select()
      .from(notices)
      .where(inArray(notices.id, ids))
      .all()
      .map((notice) => [notice.id, notice]),
  );
  for (const { facts } of rows) {
    const place = placeOf(facts.address, facts.areaCode);
    const placed = { ...facts, sido: place?.sido ?? null, sigungu: place?.sigungu ?? null };
    if (!placed.sigungu) tally.unplaced.push({ id: facts.id, address: facts.address });
    const before = known.get(facts.id);
    if (before) tally.rows.notice[correct(run, before, placed)] += 1;
    else {
      announce(run, placed);
      tally.rows.notice.new += 1;
    }
  }
}

function announce({ db, now }: Run, placed: OfficialFacts) {
  const at = now.toISOString();
  db.insert(notices)
    .values({ ...placed, revision: 0, firstSeenAt: at })
    .run();
  db.insert(events)
    .values({ id: `notice-${placed.id}`, kind: 'notice', noticeId: placed.id, at })
    .run();
}

function correct(run: Run, before: Notice, after: OfficialFacts) {
  const fields = (Object.keys(noticeLabels) as (keyof OfficialFacts)[]).filter(
    (field) => before[field] !== after[field],
  );
  if (fields.length === 0) return 'same';
  run.db.update(notices).set(after).where(eq(notices.id, after.id)).run();
  // The place is ours, found from the address: a better region table corrects no notice.
  const said = fields.filter((field) => field !== 'sido' && field !== 'sigungu');
  recordCorrections(
    run,
    after.id,
    said.map((field) => ({
      modelNo: null,
      field,
      label: noticeLabels[field],
      before: before[field],
      after: after[field],
    })),
  );
  return 'changed';
}
