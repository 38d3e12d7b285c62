import type { FacetsFile } from '../search/index-file.ts';
import type { Found } from '../search/notices.ts';

/** What a filtered row says besides: `전용 59~84㎡`, `5.3억~6.9억원`. Amounts of flats to let are left to their page. */
export function factsOf({ areaFrom, areaSpan, priceFrom, priceSpan, tenures }: FacetsFile, { at }: Found) {
  const area = areaFrom[at] === null ? [] : [`전용 ${range(areaFrom[at]!, areaFrom[at]! + areaSpan[at]!, String)}㎡`];
  const price =
    priceFrom[at] === null || tenures[at] !== '1'
      ? []
      : [`${range(priceFrom[at]!, priceFrom[at]! + priceSpan[at]!, eok)}원`];
  return [...area, ...price];
}

function range(low: number, high: number, words: (value: number) => string) {
  return words(low) === words(high) ? words(low) : `${words(low)}~${words(high)}`;
}

/** 100만원 in 억, to one place. */
function eok(million: number) {
  return `${Number((million / 100).toFixed(1))}억`;
}
