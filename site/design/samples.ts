import type { DayAhead } from '../home/days-ahead.ts';
import type { NoticeItem } from '../lists/notice-item.ts';
import type { ShortItem } from '../lists/short-item.ts';
import type { Way } from '../lists/ways.ts';
import type { CorrectionLine } from '../notice/correction-lines.ts';
import type { FlagLine } from '../notice/flags.ts';
import type { Fact } from '../words/facts.ts';
import { onDay, period } from '../words/days.ts';
import { stateBadges } from '../words/states.ts';

/*
 * Finished values for the page that shows every component, invented and never changing. Links lead to that page itself.
 */

const href = '/design/';

const notices: NoticeItem[] = (['closing', 'open', 'upcoming', 'closed'] as const).map((state, i) => ({
  href,
  name: ['등대마을 첫째 단지', '이름이 길어서 좁은 화면에서는 두 줄이 되는 등대마을 둘째 단지', '셋째', '넷째'][i]!,
  badges: [stateBadges[state]],
  about: '경기 고양시 · 아파트 · 1,234세대',
  announced: onDay('2026-11-13', '2026'),
  receipt: period('2026-11-23', '2026-11-25', '2026'),
  winners: onDay('2026-12-01', '2026'),
  today: state === 'open' ? '1순위 해당지역·기타지역' : null,
}));

const days: DayAhead[] = [23, 24, 25, 26, 27, 28, 29].map((date, i) => ({
  datetime: `2026-11-${date}`,
  weekday: '월화수목금토일'[i]!,
  date: String(date),
  today: i === 0,
  href: i < 5 ? href : null,
  counts: i < 5 ? [{ words: '시작', count: i + 1 }, ...(i % 2 === 0 ? [{ words: '마감', count: 12 }] : [])] : [],
}));

const short: ShortItem[] = ['등대마을 첫째 단지', '등대마을 둘째 단지'].map((name) => ({
  href,
  name,
  about: '경기 고양시 · 아파트',
}));

const facts: Fact[] = [
  { name: '공급 규모', words: '1,234세대' },
  { name: '당첨자 발표', days: [onDay('2026-12-01', '2026')], note: '한 번 정정되었습니다' },
];

const flags: FlagLine[] = [
  { href, name: '분양가상한제', applies: true, meaning: '분양가에 위 한도가 있습니다.' },
  { href, name: '투기과열지구', applies: false, meaning: '규제지역이 아닙니다.' },
];

const corrections: CorrectionLine[] = [
  { what: '당첨자 발표일', before: '2026년 12월 1일(화)', after: '2026년 12월 2일(수)' },
];

const choices: Way[] = ['전국', '서울', '경기', '부산', '대구', '인천'].map((words, i) => ({
  href,
  words,
  count: 7 * i,
  current: i === 0,
}));

const parts: Way[] = ['1~3월', '4~6월', '7~12월'].map((words, i) => ({ href, words, count: 100 - i }));

export const samples = {
  tiles: [
    { id: 'tiles', title: '오늘 마감', count: 3 },
    { id: 'tiles', title: '지금 접수중', count: 12 },
    { id: 'tiles', title: '곧 접수 시작', count: 5 },
    { id: 'tiles', title: '오늘 결과 공개', count: 0 },
  ],
  days,
  notices,
  short,
  facts,
  flags,
  corrections,
  choices,
  parts,
  table: [
    ['84.98A', '25', '730'],
    ['84.9763B', '25', '13'],
    ['59', '1,026', '(△12)'],
  ] as const,
};
