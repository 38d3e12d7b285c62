import { type HouseType, printedShortType } from '../house-types.ts';
import type { Notice } from '../notice.ts';
import { homesOf, ids } from '../print/common.ts';
import type { Row } from '../print/row.ts';
import { seeded } from '../seeded.ts';
import { applicantsFor, popularity } from './popularity.ts';
import { shareOut } from './share-out.ts';

/** 거주자우선: a fifth of the homes of a larger building goes to people who live there. */
const residentsFirst = [
  { flag: 'Y', name: '거주자우선', share: 0.2 },
  { flag: 'N', name: '기타', share: 0.8 },
];
const everybody = [{ flag: 'N', name: '전체', share: 1 }];

export function officetelResults(notice: Notice): Row[] {
  const groups = notice.types.reduce((sum, type) => sum + homesOf(type), 0) >= 100 ? residentsFirst : everybody;
  return notice.types.flatMap((type) => rows(notice, type, groups));
}

function rows(notice: Notice, type: HouseType, groups: typeof everybody): Row[] {
  const random = seeded(`${notice.ordinal}/officetel/${type.modelNo}`);
  const homes = homesOf(type);
  const claims = groups.map(({ share }) => ({
    share,
    applicants: applicantsFor(homes, popularity(notice) * share, random),
  }));
  const { rates } = shareOut(homes, claims);
  return groups.map(({ flag, name }, i) => ({
    operation: 'getUrbtyOfctlLttotPblancCmpet',
    row: {
      ...ids(notice),
      MODEL_NO: type.modelNo,
      HOUSE_TY: printedShortType(type),
      SUPLY_HSHLDCO: homes,
      RESIDNT_PRIOR_AT: flag,
      RESIDNT_PRIOR_SENM: name,
      REQ_CNT: String(claims[i]!.applicants),
      CMPET_RATE: rates[i]!,
    },
  }));
}
