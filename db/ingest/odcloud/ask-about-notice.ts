import type { HouseTypeOperation, ResultOperation } from '../operations.ts';
import { noticeOf } from '../read-row.ts';
import type { Page } from './api.ts';
import { Fault } from './fault.ts';
import { perPage } from './request.ts';
import { remarkOn, sweep } from './sweep.ts';
import type { Visit } from './visit.ts';

/**
 * Asks an operation about one notice and takes what it has. The caller knows that it may be asked.
 * @returns how many rows there were.
 * @throws Fault when the answer speaks of other notices: then the API does not heed the condition, and nothing is taken.
 */
export async function askAboutNotice(
  { api, intake, progress, remark }: Visit,
  operation: HouseTypeOperation | ResultOperation,
  noticeId: string,
) {
  const about = `${operation.name} ${noticeId}`;
  progress(about);
  const { whole, rows } = await sweep(
    async (number) =>
      onlyAbout(noticeId, about, await api.page(operation, { 'HOUSE_MANAGE_NO::EQ': noticeId }, number)),
    (page) => {
      const before = (page.number - 1) * perPage;
      intake.take(
        operation,
        page.rows.map((row, i) => ({ place: `${about} row ${before + i + 1}`, row })),
      );
    },
  );
  if (!whole) remark(remarkOn(about));
  return rows;
}

function onlyAbout(noticeId: string, about: string, page: Page) {
  if (page.rows.every((row) => (noticeOf(row) ?? noticeId) === noticeId)) return page;
  throw new Fault(
    'operation',
    `${about}: the answer speaks of other notices. The open API may have changed: compare its page at data.go.kr.`,
  );
}
