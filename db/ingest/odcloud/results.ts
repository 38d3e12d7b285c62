import type { ResultOperation } from '../operations.ts';
import { noticeOf } from '../read-row.ts';
import { askAboutNotice } from './ask-about-notice.ts';
import { isPublic, recordAsk, recordSweep } from './result-asks.ts';
import { remarkOn, sweep } from './sweep.ts';
import type { Visit } from './visit.ts';

/**
 * Asks for the results of one notice, unless its instant has not passed after all: clock and catalog are looked at again before
 * the call. What was asked is on record, so a run that is cut short asks nothing twice.
 */
export async function askForResults(visit: Visit, operation: ResultOperation, noticeId: string) {
  const { clock, db, now } = visit;
  if (!isPublic(db, operation, noticeId, clock.now())) return;
  recordAsk(db, operation, noticeId, await askAboutNotice(visit, operation, noticeId), now);
}

/**
 * Reads a whole table of results for a first load. The intake drops the closed rows unread; nothing here tells of them either:
 * no page, total or position in the table, and the step is recorded when the table is done, not page by page.
 */
export async function readAllResults(visit: Visit, operation: ResultOperation) {
  const { api, db, intake, now, steps, progress, remark } = visit;
  if (steps.done(operation.name)) return;
  progress(operation.name);
  const { whole } = await sweep(
    (number) => api.page(operation, {}, number),
    ({ rows }) =>
      intake.take(
        operation,
        rows.map((row) => ({ place: `${operation.name} ${noticeOf(row) ?? ''}`.trim(), row })),
      ),
  );
  if (whole) recordSweep(db, operation, now);
  else remark(remarkOn(operation.name));
  steps.finish(operation.name);
}
