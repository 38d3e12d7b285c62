import { noticeLabels } from '../../db/catalog/labels.ts';
import type { Notice } from '../../db/catalog/schema.ts';
import { inGlossary } from './words-of.ts';

const flags = {
  speculationZone: ['tuugi', '청약 자격과 재당첨, 전매 제한이 가장 엄격한 지역입니다.'],
  adjustmentZone: ['jojeong', '청약이 몰려 1순위 자격 등을 강화한 지역입니다.'],
  priceCap: ['bunsangje', '분양가를 정해진 기준 이하로 매기는 주택입니다.'],
  redevelopment: ['jeongbi', '재개발, 재건축 같은 정비사업으로 짓는 주택입니다.'],
  publicHousingZone: ['gonggong-jutaek-jigu', '공공주택을 지으려고 지정한 지구 안에 있습니다.'],
  largeSite: ['daegyumo-taekji', '큰 택지라서 해당지역과 다른 지역이 물량을 나누어 받습니다.'],
  capitalPrivatePublic: ['sudogwon-minyeong', '수도권 공공주택지구 안에 짓는 민영주택입니다.'],
  publicHousingAct: ['gonggong-jutaek-teukbyeolbeop', '공공주택 특별법에 따라 공급하는 주택입니다.'],
} as const;

/** What the notice says of one kind of regulation. `href` leads to where the word is explained. */
export type FlagLine = { name: string; href: string; applies: boolean; meaning: string };

/** What the notice says of regulation, what applies leading. Empty for kinds that say nothing of it. */
export function flagLines(notice: Notice): FlagLine[] {
  return (Object.keys(flags) as (keyof typeof flags)[])
    .flatMap((flag) => {
      const applies = notice[flag];
      const [slug, meaning] = flags[flag];
      return applies === null ? [] : [{ name: noticeLabels[flag], href: inGlossary(slug), applies, meaning }];
    })
    .sort((a, b) => Number(b.applies) - Number(a.applies));
}

/** True for the fields of a notice that are such flags. */
export function isFlag(field: string) {
  return field in flags;
}
