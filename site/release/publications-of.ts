import { publication, type ReceiptDays } from '../../db/catalog/publication.ts';
import type { Notice } from '../../db/catalog/schema.ts';

/** When the results of a notice become public; null for held, and for results that its kind does not have. */
export function publicationsOf(notice: ReceiptDays & Pick<Notice, 'kind' | 'winnersOn'>) {
  const isApt = notice.kind === 'apt';
  return {
    competition: publication(notice, 'competition'),
    specialSupply: isApt ? publication(notice, 'special-supply') : null,
    score: isApt ? publication(notice, 'score') : null,
  };
}
