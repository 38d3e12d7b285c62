import { grouped } from '../words/numbers.ts';

/** Where values stand on a line, in per cent of its width. `tenfold`: each step of the scale is ten times the one before. */
export type Scale = { tenfold: boolean; at: (value: number) => number; ticks: Tick[] };
type Tick = { at: number; words: string };

/** Past this the smallest of plainly drawn values could no longer be told from nothing. */
const widestPlain = 50;

/**
 * A scale for values of zero and more, from the left edge to `room` per cent of the width. Tenfold where the largest is more than
 * fifty times the smallest that is not zero: whoever draws with it says so.
 */
export function scaleOf(values: number[], room: number): Scale {
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return { tenfold: false, at: () => 0, ticks: [] };
  const [smallest, largest] = [Math.min(...positive), Math.max(...positive)];
  return largest / smallest > widestPlain ? tenfold(smallest, largest, room) : plain(largest, room);
}

/** A scale of a known range, with the ticks that are asked for. */
export function fixedScale(from: number, to: number, edges: [number, number], ticks: number[]): Scale {
  const [left, right] = edges;
  const at = (value: number) => left + ((value - from) / (to - from)) * (right - left);
  return { tenfold: false, at, ticks: ticks.map((tick) => ({ at: at(tick), words: String(tick) })) };
}

function plain(largest: number, room: number): Scale {
  const step = roundStep(largest / (largest >= 1_000 ? 3 : 4));
  const top = Math.ceil(largest / step) * step;
  const at = (value: number) => (value / top) * room;
  const count = Math.round(top / step);
  return {
    tenfold: false,
    at,
    ticks: Array.from({ length: count + 1 }, (_, i) => ({ at: at(i * step), words: tickWords(i * step) })),
  };
}

/** Begins at the power of ten below the smallest value, so that even that one has a length. Zero has none. */
function tenfold(smallest: number, largest: number, room: number): Scale {
  const [from, to] = [Math.ceil(Math.log10(smallest)) - 1, Math.ceil(Math.log10(largest))];
  const at = (value: number) => (value > 0 ? ((Math.log10(value) - from) / (to - from)) * room : 0);
  // Below the smallest value the scale has no number: a tenth of a household is none.
  const first = Math.ceil(Math.log10(smallest));
  // More would run into each other on a phone.
  const every = Math.ceil((to - from) / 3);
  const powers = Array.from({ length: Math.floor((to - first) / every) + 1 }, (_, i) => first + i * every);
  return { tenfold: true, at, ticks: powers.map((power) => ({ at: at(10 ** power), words: tickWords(10 ** power) })) };
}

/** The step of 1, 2 or 5 times a power of ten that is `least` or next above it. */
function roundStep(least: number) {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((each) => each * power >= least * 0.999) ?? 10);
}

function tickWords(value: number) {
  if (value >= 10_000) return `${rounded(value / 10_000)}만`;
  return value >= 1 ? rounded(value) : String(Number(value.toPrecision(1)));
}

/** With one decimal at the most. */
function rounded(value: number) {
  const [whole, part] = String(Number(value.toFixed(1))).split('.');
  return part ? `${grouped(Number(whole))}.${part}` : grouped(Number(whole));
}
