import { noOrders } from '../../../db/catalog/publication.ts';
import type { Notice } from '../../../db/catalog/schema.ts';
import { aptNotice } from '../../../db/ingest/rows/apt.ts';
import { aptNoticeRow } from '../../rows.ts';

/** 2025-06-30 announced, 1순위 7-14 to 17, 2순위 18, winners 8-5, contract 10-27 to 31, keys 2028-03. */
export const goyang: Notice = {
  ...aptNotice.parse(aptNoticeRow),
  ...noOrders,
  sido: '41',
  sigungu: '41280',
  revision: 0,
  firstSeenAt: '2025-06-30T00:00:00.000Z',
};
