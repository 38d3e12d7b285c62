import { sidoByCode, sigunguByCode } from '../../content/regions/find.ts';

/** `서울 강남구`, `서울`, or null where a code names no place: only our own words reach a message. */
export function placeName(code: string | null) {
  if (code === null) return null;
  if (code === 'all') return '전국';
  const sido = sidoByCode(code.slice(0, 2));
  if (!sido || code.length === 2) return sido?.name ?? null;
  const sigungu = sigunguByCode(code);
  // 세종 is the one unit of its own 시도.
  return sigungu && sido.sigungu.length > 1 ? `${sido.name} ${sigungu.name}` : sido.name;
}
