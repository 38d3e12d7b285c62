import { z } from 'zod';
import type { Score } from '../../catalog/schema.ts';
import { code, id, modelNo, printedType, score, text } from './fields.ts';

/** getAptLttotPblancScore: lowest, highest and average 가점 of the winners, as printed. */
export const aptScore = z
  .object({
    HOUSE_MANAGE_NO: id,
    PBLANC_NO: id,
    MODEL_NO: modelNo,
    HOUSE_TY: printedType,
    RESIDE_SECD: code(['01', '02', '03']),
    RESIDE_SENM: text,
    LWET_SCORE: score,
    TOP_SCORE: score,
    AVRG_SCORE: score,
  })
  .transform((row): Score[] => [
    {
      noticeId: row.HOUSE_MANAGE_NO,
      modelNo: row.MODEL_NO,
      type: row.HOUSE_TY,
      segment: row.RESIDE_SECD,
      segmentName: row.RESIDE_SENM,
      lowest: row.LWET_SCORE,
      highest: row.TOP_SCORE,
      average: row.AVRG_SCORE,
    },
  ]);
