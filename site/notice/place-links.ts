/** Maps of others that look for an address. */
export type MapLink = { href: string; words: string };

/** Searches by address text; none where a notice names no single place. */
export function mapLinks(address: string | null): MapLink[] {
  const sought = address === null ? '' : searchText(address);
  if (sought === '') return [];
  const query = encodeURIComponent(sought);
  return [
    { href: `https://map.kakao.com/link/search/${query}`, words: '카카오맵에서 보기' },
    { href: `https://map.naver.com/p/search/${query}`, words: '네이버 지도에서 보기' },
  ];
}

/** An address as a map finds it: without what stands in brackets, and without the words for "and around". */
function searchText(address: string) {
  return address
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll('/', ' ')
    .replace(/\s*(?:번지)?\s*(?:일원|일대)\s*$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
