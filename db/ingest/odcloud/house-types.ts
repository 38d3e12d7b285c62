import type { HouseTypeOperation } from '../operations.ts';
import { noticeOf } from '../read-row.ts';
import type { Page } from './api.ts';
import { askAboutNotice } from './ask-about-notice.ts';
import { remarkOn, sweep } from './sweep.ts';
import { takePublicPage } from './take-page.ts';
import type { Visit } from './visit.ts';
import { noticesSince } from './window.ts';

/**
 * Reads the house types of the notices announced since a day, or all of them in a full run. The API cannot be asked for a
 * window of house types: it is asked notice by notice, or for the whole table where that takes fewer calls.
 */
export async function readHouseTypes(visit: Visit, operation: HouseTypeOperation, since: string) {
  if (visit.steps.done(operation.name)) return;
  if (visit.full) await readTable(visit, operation);
  else await readThoseOf(visit, operation, noticesSince(visit.db, operation.kinds, since));
  visit.steps.finish(operation.name);
}

/** The first page of the table tells how many there are. It is not asked for where it cannot pay, nor again after a cut. */
async function readThoseOf(visit: Visit, operation: HouseTypeOperation, ids: string[]) {
  if (ids.length <= 1 || ids.some((id) => visit.steps.done(stepOf(operation, id))))
    return readByNotice(visit, operation, ids);
  const first = await visit.api.page(operation, {}, 1);
  if (first.pages - 1 <= ids.length) return readTable(visit, operation, new Set(ids), first);
  return readByNotice(visit, operation, ids);
}

async function readTable(visit: Visit, operation: HouseTypeOperation, wanted?: Set<string>, first?: Page) {
  const { whole } = await sweep(
    (number) => visit.api.page(operation, {}, number),
    (page) => takePublicPage(visit, operation, page, (row) => !wanted || wanted.has(noticeOf(row) ?? '')),
    first,
  );
  if (!whole) visit.remark(remarkOn(operation.name));
}

async function readByNotice(visit: Visit, operation: HouseTypeOperation, ids: string[]) {
  for (const id of ids.filter((candidate) => !visit.steps.done(stepOf(operation, candidate)))) {
    await askAboutNotice(visit, operation, id);
    visit.steps.finish(stepOf(operation, id));
  }
}

function stepOf(operation: HouseTypeOperation, noticeId: string) {
  return `${operation.name} ${noticeId}`;
}
