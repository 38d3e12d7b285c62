import { regions } from '../../content/regions.ts';
import { kindNames, kinds } from '../../db/kinds.ts';
import type { Topic } from './entries.ts';

/** Something that a reader can narrow a calendar to; `value` is how it stands in the address and at each line. */
export type Choice = { value: string; words: string };

const topics: Choice[] = [
  { value: 'special', words: '특별공급' },
  { value: 'rank1', words: '1순위' },
  { value: 'rank2', words: '2순위' },
  { value: 'general', words: '일반·그 밖의 접수' },
  { value: 'winners', words: '당첨자 발표' },
  { value: 'results', words: '경쟁률·가점 공개' },
  { value: 'contract', words: '계약' },
] satisfies { value: Topic; words: string }[];

const sorts = [
  { name: 'topic', words: '일정', options: topics },
  { name: 'kind', words: '공급 유형', options: kinds.map((kind) => ({ value: kind, words: kindNames[kind] })) },
];

const places: Choice[] = [
  ...regions.map(({ slug, name }) => ({ value: slug, words: name })),
  { value: 'nowhere', words: '지역 미확인' },
];

/**
 * What a page can be narrowed to: the same in every month, so that a choice holds from month to month. Places are chosen where
 * the page speaks of all of them.
 */
export function choicesFor(everywhere: boolean) {
  return everywhere ? [...sorts, { name: 'region', words: '지역', options: places }] : sorts;
}
