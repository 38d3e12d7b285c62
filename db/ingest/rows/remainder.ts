import { z } from 'zod';
import type { HouseType } from '../../catalog/schema.ts';
import { area, code, count, day, printedType } from './fields.ts';
import { emptyType, keyFields } from './house-type.ts';
import { commonFacts, commonFields, type NoticeFacts } from './notice.ts';

const receiptFields = {
  SUBSCRPT_RCEPT_BGNDE: day,
  SUBSCRPT_RCEPT_ENDDE: day,
  SPSPLY_RCEPT_BGNDE: day,
  SPSPLY_RCEPT_ENDDE: day,
  GNRL_RCEPT_BGNDE: day,
  GNRL_RCEPT_ENDDE: day,
};

type Receipt = { [Field in keyof typeof receiptFields]: string | null };

function receiptFacts(row: Receipt) {
  return {
    receiptBeginsOn: row.SUBSCRPT_RCEPT_BGNDE,
    receiptEndsOn: row.SUBSCRPT_RCEPT_ENDDE,
    specialBeginsOn: row.SPSPLY_RCEPT_BGNDE,
    specialEndsOn: row.SPSPLY_RCEPT_ENDDE,
    generalBeginsOn: row.GNRL_RCEPT_BGNDE,
    generalEndsOn: row.GNRL_RCEPT_ENDDE,
  };
}

/** getRemndrLttotPblancDetail: 04 무순위·잔여세대, 06 불법행위 재공급. */
export const remainderNotice = z
  .object({ ...commonFields, ...receiptFields, HOUSE_SECD: code(['04', '06']) })
  .transform((row): NoticeFacts => ({
    ...commonFacts(row, row.HOUSE_SECD === '06' ? 'resupply' : 'remainder'),
    ...receiptFacts(row),
  }));

/** getRemndrLttotPblancMdl. */
export const remainderHouseType = z
  .object({
    ...keyFields,
    HOUSE_TY: printedType,
    SUPLY_AR: area,
    SUPLY_HSHLDCO: count,
    SPSPLY_HSHLDCO: count,
    LTTOT_TOP_AMOUNT: count,
  })
  .transform((row): HouseType => ({
    ...emptyType(row.HOUSE_MANAGE_NO, row.MODEL_NO, row.HOUSE_TY),
    supplyArea: row.SUPLY_AR,
    supply: row.SUPLY_HSHLDCO,
    specialSupply: row.SPSPLY_HSHLDCO,
    price: row.LTTOT_TOP_AMOUNT,
  }));

/** getOPTLttotPblancDetail: 임의공급. Dates are YYYYMMDD. */
export const optionalNotice = z
  .object({ ...commonFields, ...receiptFields, HOUSE_SECD: code(['11']) })
  .transform((row): NoticeFacts => ({ ...commonFacts(row, 'optional'), ...receiptFacts(row) }));

/** getOPTLttotPblancMdl. The price has a comma. */
export const optionalHouseType = z
  .object({ ...keyFields, HOUSE_TY: printedType, SUPLY_HSHLDCO: count, LTTOT_TOP_AMOUNT: count })
  .transform((row): HouseType => ({
    ...emptyType(row.HOUSE_MANAGE_NO, row.MODEL_NO, row.HOUSE_TY),
    supply: row.SUPLY_HSHLDCO,
    price: row.LTTOT_TOP_AMOUNT,
  }));
