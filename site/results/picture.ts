import type { BarPlot } from '../plots/bars.ts';
import type { RangePlot } from '../plots/ranges.ts';

/** A picture of results with the words that stand for it. One of the two plots is there. */
export type Picture = {
  /** Unique on its page. */
  id: string;
  title: string;
  /** What has to be known to read it. */
  notes: string[];
  /** All that it shows, for those who do not see it. */
  sentence: string;
  bars: BarPlot | null;
  ranges: RangePlot | null;
};

/** Most house types in one picture. The tables below have all. */
export const mostDrawn = 16;

/** What a tenfold scale has to say of itself. */
export function scaleNotes({ tenfold }: BarPlot) {
  return tenfold
    ? ['차이가 커서, 눈금이 오른쪽으로 갈수록 몇 배씩 커집니다. 막대 길이를 그대로 견줄 수는 없습니다.']
    : [];
}
