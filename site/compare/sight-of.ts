import { lastReceiptDay } from '../../db/catalog/publication.ts';
import { firstReceiptDay } from '../../db/catalog/receipt-state.ts';
import type { Notice } from '../../db/catalog/schema.ts';

/** What a reader who keeps a notice has seen of it: what is held against it when they come back. */
export function sightOf(notice: Notice) {
  return {
    id: notice.id,
    name: notice.name,
    place: notice.sigungu ?? notice.sido,
    opens: firstReceiptDay(notice),
    closes: lastReceiptDay(notice),
    winners: notice.winnersOn,
    revision: notice.revision,
  };
}
