import { corrections, events, notices } from '../catalog/schema.ts';
import { eq, sql } from '../drizzle.ts';
import type { Run } from './run.ts';

export type Change = {
  modelNo: string | null;
  field: string;
  label: string;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
};

/** Records what differs from the last sight of a notice: one revision a notice and run, however many of its fields moved. */
export function recordCorrections(run: Run, noticeId: string, changes: Change[]) {
  if (changes.length === 0) return;
  const { db } = run;
  const seenAt = run.now.toISOString();
  const revision = run.revised.get(noticeId) ?? nextRevision(run, noticeId, seenAt);
  for (const { before, after, ...change } of changes)
    db.insert(corrections)
      .values({ ...change, noticeId, revision, seenAt, before: asText(before), after: asText(after) })
      .run();
}

function nextRevision({ db, revised }: Run, noticeId: string, at: string) {
  const { revision } = db
    .update(notices)
    .set({ revision: sql`${notices.revision} + 1` })
    .where(eq(notices.id, noticeId))
    .returning({ revision: notices.revision })
    .get();
  db.insert(events)
    .values({ id: `correction-${noticeId}-${revision}`, kind: 'correction', noticeId, at })
    .run();
  revised.set(noticeId, revision);
  return revision;
}

function asText(value: Change['before']) {
  return typeof value === 'boolean' ? (value ? 'Y' : 'N') : value === null ? null : String(value);
}
