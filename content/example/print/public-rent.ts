import { type HouseType, printedShortType } from '../house-types.ts';
import type { Notice } from '../notice.ts';
import { commonFields, compact, dates, homesOf, ids } from './common.ts';

/** HOUSE_DETAIL_SECD here is HOUSE_DTL_SECD elsewhere. */
export function publicRentDetail(notice: Notice) {
  return {
    ...commonFields(notice, compact),
    NSPRC_NM: notice.newspaper,
    HOUSE_SECD: '03',
    HOUSE_SECD_NM: '공공지원민간임대',
    HOUSE_DETAIL_SECD: '03',
    HOUSE_DETAIL_SECD_NM: '공공지원민간임대',
    SEARCH_HOUSE_SECD: '0303',
    ...dates(['SUBSCRPT_RCEPT_BGNDE', 'SUBSCRPT_RCEPT_ENDDE'], notice.receipt, compact),
  };
}

export function publicRentModel(notice: Notice, type: HouseType) {
  return {
    ...ids(notice),
    MODEL_NO: type.modelNo,
    GP: '-',
    TP: printedShortType(type),
    EXCLUSE_AR: type.exclusive,
    SUPLY_AR: type.supplyArea,
    CNTRCT_AR: type.contractArea,
    SUPLY_HSHLDCO: homesOf(type),
    GNSPLY_HSHLDCO: type.general,
    SPSPLY_YGMN_HSHLDCO: type.special.youth,
    SPSPLY_NEW_MRRG_HSHLDCO: type.special.newlywed,
    SPSPLY_AGED_HSHLDCO: type.special.aged,
    SUPLY_AMOUNT: String(type.price),
    SUBSCRPT_REQST_AMOUNT: '10',
  };
}
