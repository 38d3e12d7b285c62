import type { Kind } from '../../db/kinds.ts';

/** What each kind is, in a sentence for those who meet the word for the first time. */
export const kindMeanings: Record<Kind, string> = {
  apt: '청약통장으로 신청하는 아파트입니다. 신혼희망타운도 여기에 있습니다.',
  remainder: '계약되지 않았거나 취소되어 남은 아파트를 다시 모집합니다.',
  resupply: '불법으로 공급된 것이 밝혀져 거두어들인 아파트를 다시 공급합니다.',
  optional: '모집이 끝난 뒤에도 남은 아파트를 사업주체가 정한 방법으로 공급합니다.',
  officetel: '오피스텔, 도시형 생활주택, 생활형 숙박시설, 민간임대입니다.',
  'public-rent': '공공의 지원을 받아 민간이 짓고 빌려주는 주택입니다.',
};
