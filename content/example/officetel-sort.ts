/** 주택상세구분 of getUrbtyOfctlLttotPblancDetail. */
const sorts = [
  { code: '02', name: '오피스텔', searchCode: '0202' },
  { code: '01', name: '도시형생활주택', searchCode: '0201' },
  { code: '02', name: '오피스텔', searchCode: '0202' },
  { code: '03', name: '민간임대', searchCode: '0203' },
  { code: '04', name: '생활형숙박시설', searchCode: '0204' },
] as const;

/** Week by week in turn. */
export function officetelSort(ordinal: number) {
  return sorts[Math.floor(ordinal / 20) % sorts.length]!;
}
