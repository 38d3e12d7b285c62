import { z } from 'zod';
import type { HouseType } from '../../catalog/schema.ts';
import { area, code, count, day, printedType, text } from './fields.ts';
import { emptyType, keyFields } from './house-type.ts';
import { commonFacts, commonFields, type NoticeFacts } from './notice.ts';

/** getUrbtyOfctlLttotPblancDetail: 오피스텔, 도시형 생활주택, 생활형 숙박시설, 민간임대. */
export const officetelNotice = z
  .object({
    ...commonFields,
    HOUSE_SECD: code(['02']),
    HOUSE_DTL_SECD: code(['01', '02', '03', '04']).nullish(),
    HOUSE_DTL_SECD_NM: text,
    SEARCH_HOUSE_SECD: text,
    SUBSCRPT_RCEPT_BGNDE: day,
    SUBSCRPT_RCEPT_ENDDE: day,
  })
  .transform((row): NoticeFacts => ({
    ...commonFacts(row, 'officetel'),
    detailCode: row.HOUSE_DTL_SECD ?? null,
    detailName: row.HOUSE_DTL_SECD_NM,
    searchCode: row.SEARCH_HOUSE_SECD,
    receiptBeginsOn: row.SUBSCRPT_RCEPT_BGNDE,
    receiptEndsOn: row.SUBSCRPT_RCEPT_ENDDE,
  }));

/** getUrbtyOfctlLttotPblancMdl. */
export const officetelHouseType = z
  .object({
    ...keyFields,
    GP: text,
    TP: printedType,
    EXCLUSE_AR: area,
    SUPLY_HSHLDCO: count,
    SUPLY_AMOUNT: count,
    SUBSCRPT_REQST_AMOUNT: count,
  })
  .transform((row): HouseType => ({
    ...emptyType(row.HOUSE_MANAGE_NO, row.MODEL_NO, row.TP),
    group: row.GP,
    exclusiveArea: row.EXCLUSE_AR,
    supply: row.SUPLY_HSHLDCO,
    price: row.SUPLY_AMOUNT,
    deposit: row.SUBSCRPT_REQST_AMOUNT,
  }));
