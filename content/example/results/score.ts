import type { HouseType } from '../house-types.ts';
import type { Notice } from '../notice.ts';
import { seeded } from '../seeded.ts';
import { aptGrid } from './apt-grid.ts';

/** 가점 of a type's winners by region. 가점제 is 민영's; where homes were left over nobody had to have a score: `-`. */
export function scoresOf(notice: Notice, type: HouseType) {
  if (notice.offer !== 'private') return [];
  const random = seeded(`${notice.ordinal}/score/${type.modelNo}`);
  return aptGrid(notice, type)
    .cells.filter(({ rank }) => rank === 1)
    .map(({ reside, rate }) => {
      const applicantsAHome = Number(rate.replaceAll(',', ''));
      if (!(applicantsAHome > 1.2)) return { reside, lowest: '-', highest: '-', average: '-' };
      // Ten applicants a home want some 45 points, a hundred some 62; 84 is the most there is.
      const lowest = Math.min(69, Math.round(28 + 17 * Math.log10(applicantsAHome) + random.between(-6, 6)));
      const highest = Math.min(84, lowest + random.whole(2, 14));
      const average = lowest + (highest - lowest) * random.between(0.3, 0.6);
      return { reside, lowest: String(lowest), highest: String(highest), average: average.toFixed(2) };
    });
}
