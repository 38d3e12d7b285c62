import { type HouseType, printedType } from '../house-types.ts';
import type { Notice } from '../notice.ts';
import { homesOf, ids } from '../print/common.ts';
import type { Row } from '../print/row.ts';
import { seeded } from '../seeded.ts';
import { applicantsFor, popularity } from './popularity.ts';
import { printedRate } from './rate.ts';

/** 불법행위 재공급: one row a type, its categories side by side; those without a home are null. */
export function resupplyResults(notice: Notice): Row[] {
  return notice.types.map((type) => ({ operation: 'getCancResplLttotPblancCmpet', row: row(notice, type) }));
}

function row(notice: Notice, type: HouseType) {
  const random = seeded(`${notice.ordinal}/resupply/${type.modelNo}`);
  const categories = {
    NORMAL: type.general,
    MNYCH: type.special.multiChild,
    NWWDS: type.special.newlywed,
    LFE_FRST: type.special.firstTime,
    OLD_PARNTS_SUPORT: type.special.elderlyParents,
    INSTT_RECOMEND: type.special.agency,
  };
  const cells = Object.entries(categories).flatMap(([category, homes]) => {
    const applicants = applicantsFor(homes, popularity(notice), random);
    return [
      [`${category}_HSHLDCO`, homes || null],
      [`${category}_REQ_CNT`, homes ? applicants : null],
      [`${category}_CMPET_RATE`, homes ? printedRate(applicants, homes) : null],
    ];
  });
  return {
    ...ids(notice),
    MODEL_NO: type.modelNo,
    HOUSE_TY: printedType(type),
    SUPLY_HSHLDCO: homesOf(type),
    ...Object.fromEntries(cells),
  };
}
