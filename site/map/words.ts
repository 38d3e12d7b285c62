import { grouped } from '../words/numbers.ts';
import type { Count } from './counts.ts';

/** Shade of a place from 0, none, to 3, many. */
export type Step = 0 | 1 | 2 | 3;

/** Fewest notices of each step, and how the legend says it. */
const views = {
  now: { from: [0, 1, 2, 4], words: ['없음', '1건', '2~3건', '4건 이상'] },
  ever: { from: [0, 1, 10, 50], words: ['없음', '1~9건', '10~49건', '50건 이상'] },
};

export type View = keyof typeof views;

export function stepOf(view: View, notices: number) {
  return views[view].from.findLastIndex((fewest) => notices >= fewest) as Step;
}

export function legendOf(view: View) {
  return views[view].words;
}

/** `접수중 2건, 예정 1건, 지금까지 41건`. */
export function countWords({ open, upcoming, all }: Count) {
  const now = [...(open ? [`접수중 ${open}건`] : []), ...(upcoming ? [`예정 ${upcoming}건`] : [])];
  return [...(now.length > 0 ? now : ['접수중·예정 없음']), `지금까지 ${grouped(all)}건`].join(', ');
}

/** What there is room for on a tile: `남양주` for 남양주시, but 중구 as it is. */
export function shortName(name: string) {
  return name.length > 2 ? name.slice(0, -1) : name;
}
