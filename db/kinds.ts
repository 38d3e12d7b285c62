/** 공급유형. Written as it stands in URLs, feeds and open data. */
export const kinds = ['apt', 'remainder', 'resupply', 'optional', 'officetel', 'public-rent'] as const;
export type Kind = (typeof kinds)[number];

export const kindNames: Record<Kind, string> = {
  apt: '아파트',
  remainder: '무순위·잔여세대',
  resupply: '불법행위 재공급',
  optional: '임의공급',
  officetel: '오피스텔·도시형 등',
  'public-rent': '공공지원 민간임대',
};
