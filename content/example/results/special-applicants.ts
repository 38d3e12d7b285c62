import { type HouseType, specialHomes } from '../house-types.ts';
import type { Notice } from '../notice.ts';
import { seeded } from '../seeded.ts';
import { applicantsFor, popularity } from './popularity.ts';

/** Applicants of 해당지역, 기타경기 (시도) and 기타지역. */
type Applicants = { local: number; province: number; other: number };

/** Whom 청약홈 counts by region, and how their number compares with that of general applicants. */
const eagerness = { multiChild: 0.15, newlywed: 0.5, firstTime: 0.9, elderlyParents: 0.1, youth: 0.6, newborn: 0.4 };
export type Counted = keyof typeof eagerness;

export function specialApplicants(notice: Notice, type: HouseType) {
  const random = seeded(`${notice.ordinal}/special/${type.modelNo}`);
  const each = popularity(notice);
  const counted = Object.fromEntries(
    (Object.keys(eagerness) as Counted[]).map((whom) => {
      const all = applicantsFor(type.special[whom], each * eagerness[whom], random);
      const local = Math.round(all * random.between(0.5, 0.9));
      const province = notice.rank1.gyeonggi ? Math.round((all - local) * random.between(0.2, 0.6)) : 0;
      return [whom, { local, province, other: all - local - province }];
    }),
  ) as Record<Counted, Applicants>;
  // 기관추천 names its people beforehand: seldom more than there are homes.
  const named = applicantsFor(type.special.agency, Math.min(each, 0.8), random);
  const agency = { decided: Math.min(type.special.agency, named), reserve: Math.max(0, named - type.special.agency) };
  return { counted, agency };
}

/** 특별공급 homes that found nobody: they are added to 일반공급. */
export function unfilledSpecial(notice: Notice, type: HouseType) {
  const { counted, agency } = specialApplicants(notice, type);
  const taken = (Object.keys(counted) as Counted[]).reduce((sum, whom) => {
    const { local, province, other } = counted[whom];
    return sum + Math.min(type.special[whom], local + province + other);
  }, agency.decided);
  return specialHomes(type) - taken;
}
