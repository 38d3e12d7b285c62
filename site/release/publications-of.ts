import { publication, type PublicationDays, type PublicationHours } from '../../db/catalog/publication.ts';
import type { Notice } from '../../db/catalog/schema.ts';

/** When the results of a notice become public; null for held, and for results that its kind does not have. */
export function publicationsOf(notice: PublicationDays & Pick<Notice, 'kind'>, hours: PublicationHours) {
  const isApt = notice.kind === 'apt';
  return {
    competition: publication(notice, 'competition', hours),
    specialSupply: isApt ? publication(notice, 'special-supply', hours) : null,
    score: isApt ? publication(notice, 'score', hours) : null,
  };
}
