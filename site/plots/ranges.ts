import { em, percent } from './geometry.ts';
import { fixedScale } from './scale.ts';

/** From the lowest to the highest, and the average between them where it is known. Words as they are printed. */
export type Range = {
  name: string;
  lowest: Printed;
  highest: Printed;
  average: Printed | null;
};
export type Printed = { value: number; words: string };

/** Ranges, one below the other, ready to draw. */
export type RangePlot = {
  height: string;
  bottom: string;
  wordsAt: string;
  ticks: { at: string; words: string }[];
  rows: {
    name: string;
    nameAt: string;
    middle: string;
    wordsAt: string;
    from: string;
    to: string;
    lowest: string;
    highest: string;
    average: { at: string; words: string } | null;
  }[];
};

/** Heights in `em`: a name, and its line below. */
const [row, foot] = [3.1, 1.6] as const;
/** Room for figures at both ends. */
const edges: [number, number] = [9, 91];

export function rangePlot(ranges: Range[], from: number, to: number, ticks: number[]): RangePlot {
  const scale = fixedScale(from, to, edges, ticks);
  const bottom = ranges.length * row;
  return {
    height: em(bottom + foot),
    bottom: em(bottom),
    wordsAt: em(bottom + 1.2),
    ticks: scale.ticks.map(({ at, words }) => ({ at: percent(at), words })),
    rows: ranges.map(({ name, lowest, highest, average }, i) => ({
      name,
      nameAt: em(i * row + 1.15),
      middle: em(i * row + 2.1),
      wordsAt: em(i * row + 2.45),
      from: percent(scale.at(lowest.value)),
      to: percent(scale.at(highest.value)),
      lowest: lowest.words,
      highest: highest.words,
      average: average && { at: percent(scale.at(average.value)), words: `평균 ${average.words}` },
    })),
  };
}
