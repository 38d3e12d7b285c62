import { expect, test } from 'vitest';
import { guideFrontmatter } from '../../../site/guides/frontmatter.ts';

const good = {
  title: '일정 읽기',
  summary: '공고, 특별공급, 1순위, 2순위, 발표, 계약이 차례로 이어지는 것을 보여 줍니다.',
  order: 7,
  updatedOn: '2026-11-22',
  sources: [{ title: '청약홈', url: 'https://www.applyhome.co.kr/', seenOn: '2026-11-22' }],
};

test('a guide with a title, a summary, a place, a day and a source is taken', () => {
  expect(guideFrontmatter.safeParse(good).success).toBe(true);
});

test.each([
  ['no source', { sources: [] }],
  ['a source without a day', { sources: [{ title: '청약홈' }] }],
  ['a day that the calendar lacks', { updatedOn: '2026-02-29' }],
  ['a source that is not safe to visit', { sources: [{ title: '청약홈', url: 'http://a.kr/', seenOn: '2026-11-22' }] }],
  ['a word that is not known', { author: '누구' }],
  ['no summary', { summary: '' }],
])('%s is refused', (_, change) => {
  expect(guideFrontmatter.safeParse({ ...good, ...change }).success).toBe(false);
});
