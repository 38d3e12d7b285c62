import type { Notice } from '../notice.ts';
import type { Row } from '../print/row.ts';
import { seeded } from '../seeded.ts';
import type { Announcement } from '../week.ts';
import { aptResults } from './apt.ts';
import { optionalResults, remainderResults } from './leftover.ts';
import { officetelResults } from './officetel.ts';
import { publicRentResults } from './public-rent.ts';
import { resupplyResults } from './resupply.ts';

/**
 * Results of a notice, whether or not they may be known yet: a careless source, against which the ingest has to hold. Of some
 * notices none ever come, of 국민 more often.
 */
export function resultRows({ lasting }: Announcement, notice: Notice): Row[] {
  const missing = notice.offer === 'public' ? 0.35 : 0.08;
  if (lasting && seeded(`${notice.ordinal}/missing`).chance(missing)) return [];
  switch (notice.offer) {
    case 'officetel':
      return officetelResults(notice);
    case 'public-rent':
      return publicRentResults(notice);
    case 'remainder':
      return remainderResults(notice);
    case 'optional':
      return optionalResults(notice);
    case 'resupply':
      return resupplyResults(notice);
    default:
      return aptResults(notice);
  }
}
