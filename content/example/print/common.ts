import { type HouseType, specialHomes } from '../house-types.ts';
import type { Notice } from '../notice.ts';
import type { Span } from '../schedule.ts';

/** The numbers that every row carries. */
export function ids({ id }: Notice) {
  return { HOUSE_MANAGE_NO: id, PBLANC_NO: id };
}

/** The fields that all five Detail operations share. `day` writes a date as the operation does. */
export function commonFields(notice: Notice, day: (on: string) => string = iso) {
  const { place, winnersOn, contract, announcedOn, types } = notice;
  return {
    ...ids(notice),
    HOUSE_NM: notice.name,
    SUBSCRPT_AREA_CODE: place.sido.areaCode,
    SUBSCRPT_AREA_CODE_NM: place.sido.name,
    // No post office serves a code that begins with 00.
    HSSPLY_ZIP: `00${String(notice.ordinal % 1_000).padStart(3, '0')}`,
    HSSPLY_ADRES: addressOf(notice),
    TOT_SUPLY_HSHLDCO: types.reduce((sum, type) => sum + homesOf(type), 0),
    RCRIT_PBLANC_DE: day(announcedOn),
    PRZWNER_PRESNATN_DE: day(winnersOn),
    CNTRCT_CNCLS_BGNDE: day(contract.from),
    CNTRCT_CNCLS_ENDDE: day(contract.to),
    HMPG_ADRES: notice.homepage,
    BSNS_MBY_NM: notice.developer,
    MDHS_TELNO: notice.phone,
    MVN_PREARNGE_YM: notice.moveInMonth,
    PBLANC_URL: `https://example.com/notice/${notice.id}`,
  };
}

/** First and last day of a receipt, under the names that the operation gives them. */
export function dates(
  [from, to]: readonly [string, string],
  span: Span | null | undefined,
  day: (on: string) => string = iso,
) {
  return { [from]: span ? day(span.from) : null, [to]: span ? day(span.to) : null };
}

/** `2026-01-20`, as APT, 오피스텔 and 무순위 write it. */
export function iso(on: string) {
  return on;
}

/** `20260120`, as 임의공급 and 공공지원민간임대 write it. */
export function compact(on: string) {
  return on.replaceAll('-', '');
}

export function homesOf(type: HouseType) {
  return type.general + specialHomes(type);
}

function addressOf({ place: { sido, unit }, site: { lot, block }, name }: Notice) {
  const where = [sido.fullName, unit, lot, '일원'].filter(Boolean).join(' ');
  const estate = /^\S+지구/.exec(name)?.[0];
  return block && estate ? `${where} (${estate} ${block})` : where;
}
