import { receiptTracks } from '../../db/catalog/publication.ts';
import type { Kind } from '../../db/kinds.ts';
import type { HouseType, Notice } from '../../db/catalog/schema.ts';

/** A word of the page and where it is explained. */
export type WordLink = { href: string; words: string };

/** Where the glossary explains a word. */
export function inGlossary(slug: string) {
  return `/glossary/#${slug}`;
}

const kindWords: Partial<Record<Kind, [slug: string, words: string]>> = {
  remainder: ['musunwi', '무순위'],
  resupply: ['jaegonggeup', '재공급'],
  optional: ['imui-gonggeup', '임의공급'],
};

/** Words that the schedule of a notice uses, each once. */
export function scheduleWords(notice: Notice): WordLink[] {
  const tracks = receiptTracks(notice);
  const uses = (test: (track: (typeof tracks)[number]) => boolean) => tracks.some(test);
  const kind = kindWords[notice.kind];
  return linked([
    ...(kind ? [kind] : []),
    ...(uses(({ track }) => track === 'special') ? [['teukbyeol-gonggeup', '특별공급'] as const] : []),
    ...(uses(({ track }) => track === 'rank1') ? [['ilsunwi', '1순위'] as const] : []),
    ...(uses(({ track }) => track === 'rank2') ? [['isunwi', '2순위'] as const] : []),
    ...(uses(({ reside }) => reside === 'local') ? [['haedang-jiyeok', '해당지역'] as const] : []),
    ...(uses(({ reside }) => reside === 'other') ? [['gita-jiyeok', '기타지역'] as const] : []),
    ['gyeongjaengnyul', '경쟁률'],
    ...(notice.kind === 'apt' ? [['gajeom', '가점'] as const] : []),
    ['dangcheomja', '당첨자'],
    ...(notice.contractBeginsOn ? [['gyeyak', '계약'] as const] : []),
    ...(notice.moveInMonth ? [['iju-yejeong', '입주 예정'] as const] : []),
  ]);
}

/** Words that the table of house types uses. */
export function areaWords(types: HouseType[]): WordLink[] {
  return linked([
    ['jeonyong-myeonjeok', '전용면적'],
    ...(types.some(({ supplyArea }) => supplyArea) ? [['gonggeup-myeonjeok', '공급면적'] as const] : []),
    ['pyeong', '평'],
  ]);
}

function linked(words: (readonly [slug: string, words: string])[]): WordLink[] {
  return words.map(([slug, each]) => ({ href: inGlossary(slug), words: each }));
}
