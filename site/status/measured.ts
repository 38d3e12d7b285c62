import measured from '../../content/measured.json' with { type: 'json' };
import { onDay, type When } from '../words/days.ts';

/** The outcome of an exercise: the day, whether all held, and the last line that it printed. */
type Drilled = { on: string; passed: boolean; said: string };
/** The heaviest page of a type: gzipped bytes of its HTML and of all that a first visit takes, and Lighthouse's performance. */
type Weighed = { on: string; html: number; view: number; performance: number };
/** What was measured of this version with its own commands; `npm run drill` and `npm run bench` write it with `--record`. */
export type Measured = { drills: Record<string, Drilled>; weights: Record<string, Weighed> };

const drillNames: Record<string, string> = {
  leaks: '일부러 넣은 유출 알아채기',
  caches: '캐시 뒤에서 제시각에 바뀌기',
  killed: '만드는 중에 강제로 끄기',
  'killed-publication': '발표하는 중에 강제로 끄기',
  'disk-full': '디스크가 가득 찼을 때',
  'first-start': '처음 내려받아 시작하기',
};

const pageNames: Record<string, string> = {
  home: '첫 화면',
  list: '공고 목록',
  notice: '공고',
  results: '결과 목록',
  'results of a notice': '공고의 결과',
  history: '지난 결과',
  calendar: '달력',
  guide: '안내',
  score: '가점 계산',
  'map, untouched': '지도',
  'search, opened': '찾기',
  compare: '비교',
};

export type DrillLine = { name: string; on: When; outcome: string; said: string };
export type WeightLine = { name: string; html: string; view: string; performance: number };

/** The exercises in our order, with what came of each. */
export function drillLines({ drills }: Measured = measured): DrillLine[] {
  return Object.entries(drillNames).flatMap(([key, name]) => {
    const drill = drills[key];
    return drill ? [{ name, on: onDay(drill.on), outcome: drill.passed ? '통과' : '실패', said: drill.said }] : [];
  });
}

/** The types of pages in our order, with what the heaviest of each weighs. */
export function weightLines({ weights }: Measured = measured): WeightLine[] {
  return Object.entries(pageNames).flatMap(([key, name]) => {
    const weighed = weights[key];
    if (!weighed) return [];
    return [{ name, html: kilobytes(weighed.html), view: kilobytes(weighed.view), performance: weighed.performance }];
  });
}

function kilobytes(bytes: number) {
  return `${(bytes / 1000).toFixed(1)}kB`;
}
