import { em, percent } from './geometry.ts';
import { scaleOf, type Scale } from './scale.ts';

/** A bar: its length, and what is written at its end. Looks differ without colour too: grey, full, or an outline. */
export type Bar = { value: number; words: string; look: 'grey' | 'full' | 'outline' };
export type BarGroup = { name: string; bars: Bar[] };

/** Bars in groups, one below the other, ready to draw. */
export type BarPlot = {
  height: string;
  /** Grid lines; `words` stand under them, at `wordsAt`. */
  ticks: { at: string; words: string; anchor: Anchor }[];
  /** From where grid lines go, and to where. */
  top: string;
  bottom: string;
  wordsAt: string;
  /** A line that means something, with its name above it. */
  mark: { at: string; words: string; anchor: Anchor } | null;
  groups: { name: string; nameAt: string; bars: DrawnBar[] }[];
  tenfold: boolean;
};

/** Words at the left edge begin there, others stand around their place. */
type Anchor = 'start' | 'middle';
type DrawnBar = {
  top: string;
  height: string;
  width: string;
  look: Bar['look'];
  words: string;
  wordsAt: string;
  x: string;
};

/** What is left of the width for bars: their words stand behind them. */
const room = 56;
/** Heights in `em`. */
const [line, bar, row, gap, head, foot] = [1.5, 0.85, 1.35, 0.55, 1.6, 1.6] as const;

/** @param mark a value that is to be seen as a line, and its name. */
export function barPlot(groups: BarGroup[], mark?: { value: number; words: string }): BarPlot {
  const values = groups.flatMap(({ bars }) => bars.map(({ value }) => value));
  const scale = scaleOf(mark ? [...values, mark.value] : values, room);
  const top = mark ? head : 0;
  let y = top;
  const drawn = groups.map(({ name, bars }) => {
    const at = y;
    y += line + bars.length * row + gap;
    return { name, nameAt: em(at + 1.15), bars: bars.map((each, i) => drawnBar(each, at + line + i * row, scale)) };
  });
  return {
    height: em(y + foot),
    ticks: scale.ticks.map(({ at, words }) => ({ at: percent(at), words, anchor: anchorAt(at) })),
    top: em(top),
    bottom: em(y),
    wordsAt: em(y + 1.2),
    mark: mark ? markAt(scale.at(mark.value), mark.words) : null,
    groups: drawn,
    tenfold: scale.tenfold,
  };
}

function markAt(at: number, words: string) {
  return { at: percent(at), words, anchor: anchorAt(at) };
}

function anchorAt(at: number): Anchor {
  return at < 6 ? 'start' : 'middle';
}

function drawnBar({ value, words, look }: Bar, y: number, scale: Scale): DrawnBar {
  const end = percent(scale.at(value));
  return { top: em(y + 0.2), height: em(bar), width: end, look, words, wordsAt: em(y + 1), x: end };
}
