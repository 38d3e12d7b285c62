import type { NoticeOperation } from '../operations.ts';
import type { Conditions } from './request.ts';
import { remarkOn, sweep } from './sweep.ts';
import { takePublicPage } from './take-page.ts';
import type { Visit } from './visit.ts';

/** Reads the notices announced since a day, or all of them in a full run. One step. */
export async function readNotices(visit: Visit, operation: NoticeOperation, since: string) {
  const { api, full, steps, remark } = visit;
  if (steps.done(operation.name)) return;
  const conditions: Conditions = full ? {} : { 'RCRIT_PBLANC_DE::GTE': asWritten(since, operation) };
  const { whole } = await sweep(
    (number) => api.page(operation, conditions, number),
    (page) => takePublicPage(visit, operation, page),
  );
  if (!whole) remark(remarkOn(operation.name));
  steps.finish(operation.name);
}

function asWritten(day: string, { days }: NoticeOperation) {
  return days === 'YYYYMMDD' ? day.replaceAll('-', '') : day;
}
