import { type HouseType, printedShortType } from '../house-types.ts';
import type { Notice } from '../notice.ts';
import { officetelSort } from '../officetel-sort.ts';
import { commonFields, dates, homesOf, ids } from './common.ts';

export function officetelDetail(notice: Notice) {
  const sort = officetelSort(notice.ordinal);
  return {
    ...commonFields(notice),
    NSPRC_NM: notice.newspaper,
    HOUSE_SECD: '02',
    HOUSE_SECD_NM: '도시형/오피스텔/생활숙박시설/민간임대',
    HOUSE_DTL_SECD: sort.code,
    HOUSE_DTL_SECD_NM: sort.name,
    SEARCH_HOUSE_SECD: sort.searchCode,
    ...dates(['SUBSCRPT_RCEPT_BGNDE', 'SUBSCRPT_RCEPT_ENDDE'], notice.receipt),
  };
}

export function officetelModel(notice: Notice, type: HouseType) {
  return {
    ...ids(notice),
    MODEL_NO: type.modelNo,
    GP: notice.types.length > 4 ? String(Math.ceil(Number(type.modelNo) / 3)) : '-',
    TP: printedShortType(type),
    EXCLUSE_AR: type.exclusive,
    SUPLY_HSHLDCO: homesOf(type),
    SUPLY_AMOUNT: String(type.price),
    SUBSCRPT_REQST_AMOUNT: type.price > 30_000 ? '300' : '100',
  };
}
