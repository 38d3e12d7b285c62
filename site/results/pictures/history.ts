import { barPlot } from '../../plots/bars.ts';
import { scaleNotes, type Picture } from '../picture.ts';
import { ratioWords } from '../ratio.ts';
import type { Span } from '../spans.ts';

/** Most stretches of time in the picture; older ones are in the table. */
const most = 12;

/** How much was applied for over the years: the notice in the middle, and all together. Null where there are not two to compare. */
export function historyPicture(spans: Span[]): Picture | null {
  const counted = spans.flatMap(({ words, median, applicants, supply }) =>
    median === null ? [] : [{ words, median, total: applicants / supply }],
  );
  if (counted.length < 2) return null;
  const drawn = counted.slice(0, most);
  const bars = barPlot(
    drawn.map(({ words, median, total }) => ({
      name: words,
      bars: [
        { value: median, words: `중앙값 ${ratioWords(median, 1)}`, look: 'full' },
        { value: total, words: `전체 ${ratioWords(total, 1)}`, look: 'outline' },
      ],
    })),
    { value: 1, words: '1 : 1' },
  );
  return {
    id: 'history',
    title: '한 세대에 몇 건이 접수되었나',
    notes: [
      '계산값입니다. 중앙값은 공고를 계산값 순서로 세웠을 때 가운데, 전체는 모든 접수를 모든 공급으로 나눈 값입니다.',
      ...(drawn.length < counted.length ? ['가까운 때만 그렸습니다. 나머지는 표에 있습니다.'] : []),
      ...scaleNotes(bars),
    ],
    sentence: `${drawn
      .map(({ words, median, total }) => `${words} 중앙값 ${ratioWords(median, 1)}, 전체 ${ratioWords(total, 1)}`)
      .join('; ')}.`,
    bars,
    ranges: null,
  };
}
