import type { Answer } from './search.ts';

/** That something else was looked for than what was typed; nothing where it was just that. */
export function insteadWords(instead: Answer['instead'], hits: number) {
  if (!instead || hits === 0) return '';
  return 'words' in instead ? `‘${instead.words}’ 검색 결과입니다.` : '같은 이름이 없어 비슷한 이름을 찾았습니다.';
}
