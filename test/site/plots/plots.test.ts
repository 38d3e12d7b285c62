import { expect, test } from 'vitest';
import { barPlot, type Bar } from '../../../site/plots/bars.ts';
import { rangePlot } from '../../../site/plots/ranges.ts';

const bar = (value: number, look: Bar['look'] = 'full'): Bar => ({ value, words: `접수 ${value}`, look });

test('bars are as long as their values, and say them at their ends', () => {
  const { groups } = barPlot([
    { name: '59A', bars: [bar(10, 'grey'), bar(40)] },
    { name: '84B', bars: [bar(0)] },
  ]);
  const [grey, full] = groups[0]!.bars;
  expect(Number.parseFloat(full!.width)).toBeCloseTo(4 * Number.parseFloat(grey!.width));
  expect([grey!.words, full!.words]).toEqual(['접수 10', '접수 40']);
  expect(full!.x).toBe(full!.width);
  expect(groups[1]!.bars[0]).toMatchObject({ width: '0%', x: '0%', words: '접수 0' });
});

test('nothing is drawn over something else, or below the picture', () => {
  const { groups, bottom, height } = barPlot(
    Array.from({ length: 4 }, (_, i) => ({ name: `${i}`, bars: [bar(i), bar(2 * i), bar(3)] })),
    { value: 1, words: '1 : 1' },
  );
  const tops = groups.flatMap(({ nameAt, bars }) => [nameAt, ...bars.map(({ top }) => top)]).map(Number.parseFloat);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(new Set(tops).size).toBe(tops.length);
  expect(tops.at(-1)).toBeLessThan(Number.parseFloat(bottom));
  expect(Number.parseFloat(bottom)).toBeLessThan(Number.parseFloat(height));
});

test('a mark stands where its value does, and makes room for its words', () => {
  const plot = barPlot([{ name: '59A', bars: [bar(1)] }], { value: 1, words: '1 : 1' });
  expect(plot.mark).toEqual({ at: plot.groups[0]!.bars[0]!.width, words: '1 : 1', anchor: 'middle' });
  expect(Number.parseFloat(plot.top)).toBeGreaterThan(1);
  expect(barPlot([{ name: '59A', bars: [bar(1)] }])).toMatchObject({ mark: null, top: '0em' });
});

test('a range goes from its lowest to its highest, the average between them', () => {
  const printed = (value: number) => ({ value, words: String(value) });
  const { rows } = rangePlot(
    [
      { name: '84A 해당지역', lowest: printed(0), highest: printed(84), average: printed(42) },
      { name: '84A 기타지역', lowest: printed(59), highest: printed(59), average: null },
    ],
    0,
    84,
    [0, 84],
  );
  expect(rows[0]).toMatchObject({ from: '9%', to: '91%', lowest: '0', highest: '84' });
  expect(rows[0]!.average).toEqual({ at: '50%', words: '평균 42' });
  expect(rows[1]).toMatchObject({ lowest: '59', highest: '59', average: null });
  expect(rows[1]!.from).toBe(rows[1]!.to);
});
