import { type HouseType, printedShortType } from '../house-types.ts';
import type { Notice } from '../notice.ts';
import { homesOf, ids } from '../print/common.ts';
import type { Row } from '../print/row.ts';
import { seeded } from '../seeded.ts';
import { applicantsFor, popularity } from './popularity.ts';
import { printedRate } from './rate.ts';

export function publicRentResults(notice: Notice): Row[] {
  return notice.types.flatMap((type) => rows(notice, type));
}

function rows(notice: Notice, type: HouseType): Row[] {
  const random = seeded(`${notice.ordinal}/public-rent/${type.modelNo}`);
  return [
    { code: '00', name: '일반', homes: type.general },
    { code: 'SY', name: '청년', homes: type.special.youth },
    { code: 'SN', name: '신혼부부', homes: type.special.newlywed },
    { code: 'SO', name: '고령자', homes: type.special.aged },
  ]
    .filter(({ homes }) => homes > 0)
    .map(({ code, name, homes }) => {
      const applicants = applicantsFor(homes, popularity(notice), random);
      return {
        operation: 'getPblPvtRentLttotPblancCmpet',
        row: {
          ...ids(notice),
          HOUSE_TY: printedShortType(type),
          SUPLY_HSHLDCO: homesOf(type),
          SPSPLY_KND_CODE: code,
          SPSPLY_KND_NM: name,
          SPSPLY_KND_HSHLDCO: homes,
          REQ_CNT: String(applicants),
          CMPET_RATE: printedRate(applicants, homes),
        },
      };
    });
}
