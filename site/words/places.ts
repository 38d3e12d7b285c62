import { sidoByCode, sigunguByCode } from '../../content/regions/find.ts';

export type PlaceLink = { href: string; words: string };
type Placed = { sido: string | null; sigungu: string | null };

/** `경기 고양시`; `경기` or `지역 미확인` where no more is known. */
export function placeWords({ sido, sigungu }: Placed) {
  const province = sido === null ? undefined : sidoByCode(sido);
  if (!province) return '지역 미확인';
  const unit = sigungu === null ? undefined : sigunguByCode(sigungu);
  return unit && province.sigungu.length > 1 ? `${province.name} ${unit.name}` : province.name;
}

/** The lists that a place belongs to, the widest first. */
export function placeLinks({ sido, sigungu }: Placed): PlaceLink[] {
  const province = sido === null ? undefined : sidoByCode(sido);
  if (!province) return [];
  const unit = sigungu === null ? undefined : sigunguByCode(sigungu);
  const up = { href: `/notices/region/${province.slug}/`, words: province.name };
  return unit ? [up, { href: `${up.href}${unit.slug}/`, words: unit.name }] : [up];
}
