import type { Score } from '../../../db/catalog/schema.ts';
import { rangePlot, type Printed, type Range } from '../../plots/ranges.ts';
import { typeName } from '../../words/areas.ts';
import { scoreSegment } from '../score-table.ts';
import { mostDrawn, type Picture } from '../picture.ts';

/** The most that 가점 can be. */
const most = 84;

/**
 * 가점 of the winners from the lowest to the highest, on the way from 0 to 84. Cells without winners by score (`-`, or a highest of
 * 0) are left out; null where that leaves none.
 */
export function scorePicture(scores: Score[]): Picture | null {
  const ranges = scores.flatMap((score) => rangeOf(score));
  if (ranges.length === 0) return null;
  const drawn = ranges.slice(0, mostDrawn);
  return {
    id: 'scores',
    title: '당첨 가점의 범위',
    notes: [
      `선의 왼쪽 끝은 최저, 오른쪽 끝은 최고, 점은 평균입니다. 만점은 ${most}점입니다.`,
      ...(drawn.length < ranges.length ? [`처음 ${drawn.length}칸입니다. 나머지는 표에 있습니다.`] : []),
    ],
    sentence: `${drawn.map(spoken).join(', ')}.`,
    bars: null,
    ranges: rangePlot(drawn, 0, most, [0, 20, 40, 60, most]),
  };
}

function rangeOf(score: Score): Range[] {
  const [lowest, highest, average] = [printed(score.lowest), printed(score.highest), printed(score.average)];
  if (!lowest || !highest || highest.value === 0) return [];
  return [{ name: `${typeName(score.type)} ${scoreSegment(score)}`, lowest, highest, average }];
}

/** A score that is a number of 0 to 84, or null: `-` and slips of the source are for the table alone. */
function printed(words: string | null): Printed | null {
  const value = words === null || !/^\d+(\.\d+)?$/.test(words) ? Number.NaN : Number(words);
  return words !== null && value >= 0 && value <= most ? { value, words } : null;
}

function spoken({ name, lowest, highest, average }: Range) {
  return `${name} 최저 ${lowest.words}점 최고 ${highest.words}점${average ? ` 평균 ${average.words}점` : ''}`;
}
