import { regions, type Sido, type Sigungu } from '../../../content/regions.ts';
import { divided } from './areas.ts';
import { localNames, longestName, nationalNames, type Name, sidoNames } from './names.ts';

/** Where a notice is: a 시도 (two digits) and, if its address says so, a 시군구 (five digits), and which of the two told us. */
export type Place = { sido: string; sigungu: string | null; by: 'address' | 'area-code' };

/**
 * Reads HSSPLY_ADRES as people write it, with SUBSCRPT_AREA_CODE to settle what the text leaves open. What the address says
 * outweighs the code. A place that neither settles is left open: `sigungu` null, or null where not even a 시도 is known.
 */
export function placeOf(address: string | null, areaCode: string | null): Place | null {
  const area = byAreaCode.get(areaCode ?? '');
  return placeIn(wordsOf(address ?? ''), area) ?? (area ? inSido(area, 'area-code') : null);
}

const byAreaCode = new Map(regions.map((sido) => [sido.areaCode, sido]));

/** An address without spaces and signs, and where its words began: `경기도고양시` reads as `경기도 고양시` does. */
type Words = { all: string; starts: number[] };

function wordsOf(address: string): Words {
  const words: Words = { all: '', starts: [] };
  for (const word of address.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []) {
    words.starts.push(words.all.length);
    words.all += word;
  }
  return words;
}

function placeIn(words: Words, area: Sido | undefined) {
  const lead = longestName(sidoNames, words.all, 0, fitsIn(words));
  if (lead && isSido(words.all.slice(0, lead.end), area)) return placeInLead(words, lead.meant, lead.end, area);
  return (
    first(words.starts, (at) => sidoAndUnitAt(words, at)) ??
    uniqueUnitAt(words, 0) ??
    (area && unitAnywhere([area], words)) ??
    first(words.starts, (at) => uniqueUnitAt(words, at))
  );
}

/** 광주 and 광주시 are also a city of 경기: by themselves they are the 시도 only if the area code says so. */
function isSido(name: string, area: Sido | undefined) {
  return (name !== '광주' && name !== '광주시') || area?.name === '광주';
}

/** The address opens with its 시도: what follows is looked up there and nowhere else. The area code parts 광주 from 전남. */
function placeInLead(words: Words, sidos: Sido[], end: number, area: Sido | undefined) {
  const unit = unitAt(sidos, words, end) ?? unitAnywhere(sidos, words);
  const sido = sidos.length === 1 ? sidos[0] : sidos.find((each) => each === area);
  return unit ?? (sido && inSido(sido));
}

function sidoAndUnitAt(words: Words, at: number) {
  const sido = longestName(sidoNames, words.all, at, () => true);
  return sido && unitAt(sido.meant, words, sido.end);
}

function unitAnywhere(sidos: Sido[], words: Words) {
  return first(words.starts, (at) => unitAt(sidos, words, at) ?? unitAt(sidos, words, afterSido(words, at)));
}

function unitAt(sidos: Sido[], words: Words, at: number) {
  return first(sidos, (sido) => {
    const name = longestName(localNames.get(sido.code)!, words.all, at, fitsIn(words));
    if (!name) return undefined;
    const unit = name.meant.length === 1 ? name.meant[0] : successor(name.meant, words, name.end);
    return unit ? inUnit(unit) : inSido(sido);
  });
}

function uniqueUnitAt(words: Words, at: number) {
  const name = longestName(nationalNames, words.all, at, fitsIn(words));
  return name?.meant.length === 1 ? inUnit(name.meant[0]!) : undefined;
}

/** Of the units that a former 구 was divided into, the one whose 동 is named first after it. */
function successor(units: Sigungu[], words: Words, end: number) {
  const positions = [end, ...words.starts.filter((start) => start > end)].flatMap((at) => [at, afterSido(words, at)]);
  return first(positions, (at) =>
    units.find(({ code }) => divided[code]?.some((name) => words.all.startsWith(name, at))),
  );
}

function afterSido(words: Words, at: number) {
  return longestName(sidoNames, words.all, at, () => true)?.end ?? at;
}

function fitsIn({ all, starts }: Words) {
  return <T>(name: Name<T>, end: number) => !name.whole || end === all.length || starts.includes(end);
}

function inUnit({ code }: Sigungu): Place {
  return { sido: code.slice(0, 2), sigungu: code, by: 'address' };
}

/** 세종 is one unit, so its 시도 says it all. */
function inSido({ code, sigungu }: Sido, by: Place['by'] = 'address'): Place {
  return { sido: code, sigungu: sigungu.length === 1 ? sigungu[0]!.code : null, by };
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined) {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
