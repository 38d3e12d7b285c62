import type { HouseType } from '../house-types.ts';
import type { Notice } from '../notice.ts';
import type { Reside } from '../schedule.ts';
import { seeded } from '../seeded.ts';
import { applicantsFor, popularity } from './popularity.ts';
import { shareOut } from './share-out.ts';
import { unfilledSpecial } from './special-applicants.ts';

type Cell = { rank: 1 | 2; reside: Reside; applicants: number; rate: string };

/** 1·2순위 경쟁률 of a house type: every rank × region, in the order in which they are served. */
export function aptGrid(notice: Notice, type: HouseType) {
  const homes = type.general + unfilledSpecial(notice, type);
  const random = seeded(`${notice.ordinal}/grid/${type.modelNo}`);
  const first = applicantsFor(homes, popularity(notice) * random.between(0.3, 1.8), random);
  const claims1 = claims(notice, first, random.between(0.55, 0.9));
  const rank1 = shareOut(homes, claims1);
  // Real tables show nobody in 2순위 where 1순위 drew several times the homes.
  const second = first >= homes * 5 ? 0 : applicantsFor(homes, popularity(notice) * 0.15, random);
  const claims2 = claims(notice, second, random.between(0.4, 0.8));
  const rank2 = shareOut(rank1.left, claims2);
  const cells = (rank: 1 | 2, asked: typeof claims1, rates: string[]): Cell[] =>
    asked.map(({ reside, applicants }, i) => ({ rank, reside, applicants, rate: rates[i]! }));
  return { homes, cells: [...cells(1, claims1, rank1.rates), ...cells(2, claims2, rank2.rates)] };
}

function claims(notice: Notice, applicants: number, localShare: number) {
  const local = Math.round(applicants * localShare);
  const gyeonggi = Math.round((applicants - local) * 0.6);
  const { sido } = notice.place;
  const claim = (reside: Reside, share: number, asking: number) => ({ reside, share, applicants: asking });
  if (notice.rank1.gyeonggi)
    return [
      claim('local', 0.3, local),
      claim('gyeonggi', 0.2, gyeonggi),
      claim('other', 0.5, applicants - local - gyeonggi),
    ];
  const halved = notice.site.large && sido.name !== '경기';
  return [claim('local', halved ? 0.5 : 1, local), claim('other', halved ? 0.5 : 0, applicants - local)];
}
