/**
 * Places within a 시군구 that an address names: 일반구, 동, 읍, 면, and the first of each. `경기도 수원시 영통구 원천동 12` gives 영통구
 * and 원천동.
 */
export function wardsOf(address: string | null) {
  const words = (address ?? '').split(/[\s,()·]+/).slice(1);
  const ward = words.find((word, i) => /^[가-힣]+구$/.test(word) && words[i - 1]?.endsWith('시'));
  const town = words.map((word) => /^([가-힣]{1,4}?)\d*(동|읍|면)\d?가?$/.exec(word)).find((match) => match);
  return [...(ward ? [ward] : []), ...(town ? [town[1]! + town[2]!] : [])];
}
