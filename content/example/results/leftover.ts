import { printedType } from '../house-types.ts';
import type { Notice } from '../notice.ts';
import { homesOf, ids } from '../print/common.ts';
import type { Row } from '../print/row.ts';
import { seeded } from '../seeded.ts';
import { applicantsFor, popularity } from './popularity.ts';
import { printedRate } from './rate.ts';

/** 무순위: 01 after the sale (사후), 02 before it (사전). No MODEL_NO. */
export function remainderResults(notice: Notice): Row[] {
  const type = notice.ordinal % 9 === 0 ? '02' : '01';
  return rows(notice, 'getRemndrLttotPblancCmpet', { REMNDR_HSHLD_PBLANC_TYCD: type });
}

/** 임의공급: no MODEL_NO either. */
export function optionalResults(notice: Notice): Row[] {
  return rows(notice, 'getOPTLttotPblancCmpet', {});
}

function rows(notice: Notice, operation: string, more: object): Row[] {
  const random = seeded(`${notice.ordinal}/leftover`);
  return notice.types.map((type) => {
    const homes = homesOf(type);
    const applicants = applicantsFor(homes, popularity(notice), random);
    return {
      operation,
      row: {
        ...ids(notice),
        HOUSE_TY: printedType(type),
        SUPLY_HSHLDCO: homes,
        REQ_CNT: String(applicants),
        CMPET_RATE: printedRate(applicants, homes),
        ...more,
      },
    };
  });
}
