import { z } from 'zod';
import type { HouseType } from '../../catalog/schema.ts';
import { area, code, count, day, printedType, text } from './fields.ts';
import { emptyType, keyFields } from './house-type.ts';
import { commonFacts, commonFields, type NoticeFacts } from './notice.ts';

/** getPblPvtRentLttotPblancDetail. Says HOUSE_DETAIL_SECD where the others say HOUSE_DTL_SECD; dates are YYYYMMDD. */
export const publicRentNotice = z
  .object({
    ...commonFields,
    HOUSE_SECD: code(['03']),
    HOUSE_DETAIL_SECD: code(['03']).nullish(),
    HOUSE_DETAIL_SECD_NM: text,
    SEARCH_HOUSE_SECD: text,
    SUBSCRPT_RCEPT_BGNDE: day,
    SUBSCRPT_RCEPT_ENDDE: day,
  })
  .transform((row): NoticeFacts => ({
    ...commonFacts(row, 'public-rent'),
    detailCode: row.HOUSE_DETAIL_SECD ?? null,
    detailName: row.HOUSE_DETAIL_SECD_NM,
    searchCode: row.SEARCH_HOUSE_SECD,
    receiptBeginsOn: row.SUBSCRPT_RCEPT_BGNDE,
    receiptEndsOn: row.SUBSCRPT_RCEPT_ENDDE,
  }));

/** getPblPvtRentLttotPblancMdl. */
export const publicRentHouseType = z
  .object({
    ...keyFields,
    GP: text,
    TP: printedType,
    EXCLUSE_AR: area,
    SUPLY_AR: area,
    CNTRCT_AR: area,
    SUPLY_HSHLDCO: count,
    GNSPLY_HSHLDCO: count,
    SPSPLY_YGMN_HSHLDCO: count,
    SPSPLY_NEW_MRRG_HSHLDCO: count,
    SPSPLY_AGED_HSHLDCO: count,
    SUPLY_AMOUNT: count,
    SUBSCRPT_REQST_AMOUNT: count,
  })
  .transform((row): HouseType => ({
    ...emptyType(row.HOUSE_MANAGE_NO, row.MODEL_NO, row.TP),
    group: row.GP,
    supplyArea: row.SUPLY_AR,
    exclusiveArea: row.EXCLUSE_AR,
    contractArea: row.CNTRCT_AR,
    supply: row.SUPLY_HSHLDCO,
    generalSupply: row.GNSPLY_HSHLDCO,
    youth: row.SPSPLY_YGMN_HSHLDCO,
    newlywed: row.SPSPLY_NEW_MRRG_HSHLDCO,
    aged: row.SPSPLY_AGED_HSHLDCO,
    price: row.SUPLY_AMOUNT,
    deposit: row.SUBSCRPT_REQST_AMOUNT,
  }));
