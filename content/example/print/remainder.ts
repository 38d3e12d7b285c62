import { type HouseType, printedType, specialHomes } from '../house-types.ts';
import type { Notice } from '../notice.ts';
import { commonFields, compact, dates, homesOf, ids, iso } from './common.ts';

/** 무순위 and 불법행위 재공급. */
export function remainderDetail(notice: Notice) {
  const resupply = notice.offer === 'resupply';
  return {
    ...commonFields(notice),
    NSPRC_NM: notice.newspaper,
    HOUSE_SECD: resupply ? '06' : '04',
    HOUSE_SECD_NM: resupply ? '불법행위 재공급' : '무순위',
    ...receipts(notice, iso),
  };
}

export function remainderModel(notice: Notice, type: HouseType) {
  return {
    ...ids(notice),
    MODEL_NO: type.modelNo,
    HOUSE_TY: printedType(type),
    // Real rows leave it out in seven of eight.
    SUPLY_AR: notice.ordinal % 8 === 0 ? type.supplyArea : null,
    SUPLY_HSHLDCO: homesOf(type),
    SPSPLY_HSHLDCO: specialHomes(type),
    LTTOT_TOP_AMOUNT: String(type.price),
  };
}

/** 임의공급: like 무순위, with other dates, no newspaper and a comma in the price. */
export function optionalDetail(notice: Notice) {
  return {
    ...commonFields(notice, compact),
    HOUSE_SECD: '11',
    HOUSE_SECD_NM: '임의공급',
    ...receipts(notice, compact),
  };
}

export function optionalModel(notice: Notice, type: HouseType) {
  return {
    ...ids(notice),
    MODEL_NO: type.modelNo,
    HOUSE_TY: printedType(type),
    SUPLY_HSHLDCO: homesOf(type),
    LTTOT_TOP_AMOUNT: type.price.toLocaleString('en-US'),
  };
}

function receipts(notice: Notice, day: (on: string) => string) {
  return {
    ...dates(['SUBSCRPT_RCEPT_BGNDE', 'SUBSCRPT_RCEPT_ENDDE'], notice.receipt, day),
    ...dates(['SPSPLY_RCEPT_BGNDE', 'SPSPLY_RCEPT_ENDDE'], notice.special, day),
    ...dates(['GNRL_RCEPT_BGNDE', 'GNRL_RCEPT_ENDDE'], notice.general, day),
  };
}
