import type { Competition } from '../../../db/catalog/schema.ts';
import { barPlot } from '../../plots/bars.ts';
import { firstRanks } from '../first-rank.ts';
import { mostDrawn, scaleNotes, type Picture } from '../picture.ts';
import { ratioWords } from '../ratio.ts';

/**
 * 1순위 접수 ÷ 공급 of the house types of an apartment notice beside each other. Null where there are not two to compare: one alone
 * says it in the table.
 */
export function firstRankPicture(cells: Competition[]): Picture | null {
  const types = firstRanks(cells).filter(({ supply }) => supply > 0);
  if (types.length < 2) return null;
  const drawn = mostWanted(types);
  const bars = barPlot(
    drawn.map(({ name, applicants, supply }) => ({
      name,
      bars: [{ value: applicants / supply, words: ratioWords(applicants, supply), look: 'full' }],
    })),
    { value: 1, words: '1 : 1' },
  );
  return {
    id: 'first-rank',
    title: '1순위 경쟁, 주택형끼리 견주기',
    notes: [
      '1순위 접수를 공급 세대로 나눈 계산값입니다. 세로선 왼쪽은 접수가 공급보다 적었습니다.',
      ...(drawn.length < types.length ? [`계산값이 높은 ${drawn.length}개 주택형입니다. 나머지는 표에 있습니다.`] : []),
      ...scaleNotes(bars),
    ],
    sentence: `${drawn.map(({ name, applicants, supply }) => `${name}형 ${ratioWords(applicants, supply)}`).join(', ')}.`,
    bars,
    ranges: null,
  };
}

/** Those with the highest rates, where there are too many; in the order of the table. */
function mostWanted(types: ReturnType<typeof firstRanks>) {
  const highest = types.toSorted((a, b) => b.applicants / b.supply - a.applicants / a.supply).slice(0, mostDrawn);
  return types.filter((type) => highest.includes(type));
}
