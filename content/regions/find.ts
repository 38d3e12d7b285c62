import { regions, type Sido } from '../regions.ts';

/** The 시도 of a slug (`seoul`). */
export function sidoBySlug(slug: string) {
  return regions.find((sido) => sido.slug === slug);
}

/** The 시도 of a two-digit code. */
export function sidoByCode(code: string) {
  return regions.find((sido) => sido.code === code);
}

/** The 시군구 of a slug, which means something within its 시도 only. */
export function sigunguBySlug(sido: Sido, slug: string) {
  return sido.sigungu.find((sigungu) => sigungu.slug === slug);
}

/** The 시군구 of a five-digit code. */
export function sigunguByCode(code: string) {
  return sidoByCode(code.slice(0, 2))?.sigungu.find((sigungu) => sigungu.code === code);
}
