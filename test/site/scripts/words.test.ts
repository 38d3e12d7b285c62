import { expect, test } from 'vitest';
import { likelyWays } from '../../../site/scripts/not-found/likely-ways.ts';
import { agoWords, spanWords } from '../../../site/words/spans.ts';

const minute = 60_000;

test.each([
  [30_000, '1분 미만'],
  [minute, '1분'],
  [59 * minute, '59분'],
  [60 * minute, '1시간'],
  [200 * minute + 59_999, '3시간 20분'],
])('%i ms are %s', (span, words) => {
  expect(spanWords(span)).toBe(words);
});

test.each([
  [-5_000, '방금'],
  [59_999, '방금'],
  [minute, '1분 전'],
  [60 * minute, '1시간 전'],
  [47 * 60 * minute, '47시간 전'],
  [48 * 60 * minute, '2일 전'],
])('%i ms ago is %s', (span, words) => {
  expect(agoWords(span)).toBe(words);
});

const regions = [
  { href: '/notices/region/gyeonggi/', words: '경기' },
  { href: '/notices/region/jeju/', words: '제주' },
];

test.each([
  [
    '/notice/2025000001',
    '공고번호 2025000001의 페이지는 여기에 없습니다.',
    ['/notices/2025000001/', '/results/2025000001/'],
  ],
  ['/notices/2025000001/', '공고번호 2025000001의 페이지는 여기에 없습니다.', ['/results/2025000001/']],
  ['/notices/region/jeju/seoul/', '/notices/region/jeju/seoul/ 에는 페이지가 없습니다.', ['/notices/region/jeju/']],
  ['/%EA%B2%BD%EA%B8%B0', '/경기 에는 페이지가 없습니다.', ['/notices/region/gyeonggi/']],
  ['/%E0%A4%A', '/%E0%A4%A 에는 페이지가 없습니다.', []],
  ['/' + 'a'.repeat(80), `/${'a'.repeat(39)}… 에는 페이지가 없습니다.`, []],
])('%s leads on', (path, said, hrefs) => {
  const likely = likelyWays(path, regions);
  expect(likely.said).toBe(said);
  expect(likely.ways.map(({ href }) => href)).toEqual(hrefs);
});
