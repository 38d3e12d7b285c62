import { z } from 'zod';
import type { Competition } from '../../catalog/schema.ts';
import { code, count, id, modelNo, printedType, rate, text } from './fields.ts';

const ids = { HOUSE_MANAGE_NO: id, PBLANC_NO: id };
const plain = { ...ids, HOUSE_TY: printedType, SUPLY_HSHLDCO: count, REQ_CNT: count, CMPET_RATE: rate };
const perModel = { ...plain, MODEL_NO: modelNo };

type Plain = { [Field in keyof typeof plain]: z.infer<(typeof plain)[Field]> };

/** A cell of which only the type, supply, applicants and printed rate are known. */
function cell(row: Plain & { MODEL_NO?: string }): Competition {
  return {
    noticeId: row.HOUSE_MANAGE_NO,
    modelNo: row.MODEL_NO ?? '',
    type: row.HOUSE_TY,
    rank: 0,
    segment: '',
    segmentName: null,
    supply: row.SUPLY_HSHLDCO,
    segmentSupply: null,
    applicants: row.REQ_CNT,
    rate: row.CMPET_RATE,
  };
}

/** getAPTLttotPblancCmpet: a full grid of rank × 해당/기타/기타경기 for each house type. */
export const aptCompetition = z
  .object({
    ...perModel,
    SUBSCRPT_RANK_CODE: z.preprocess(
      (value) => (typeof value === 'string' ? Number(value) : value),
      z.literal([1, 2], 'is an unknown code (known: 1, 2)'),
    ),
    RESIDE_SECD: code(['01', '02', '03']),
    RESIDE_SENM: text,
  })
  .transform((row): Competition[] => [
    { ...cell(row), rank: row.SUBSCRPT_RANK_CODE, segment: row.RESIDE_SECD, segmentName: row.RESIDE_SENM },
  ]);

/** getUrbtyOfctlLttotPblancCmpet: 거주자우선 or not. */
export const officetelCompetition = z
  .object({ ...perModel, RESIDNT_PRIOR_AT: code(['Y', 'N']).nullish(), RESIDNT_PRIOR_SENM: text })
  .transform((row): Competition[] => [
    { ...cell(row), segment: row.RESIDNT_PRIOR_AT ?? '', segmentName: row.RESIDNT_PRIOR_SENM },
  ]);

/** getPblPvtRentLttotPblancCmpet: 일반, 청년, 신혼, 고령자. */
export const publicRentCompetition = z
  .object({
    ...plain,
    MODEL_NO: modelNo.optional(),
    SPSPLY_KND_CODE: code(['00', 'SY', 'SN', 'SO']).nullish(),
    SPSPLY_KND_NM: text,
    SPSPLY_KND_HSHLDCO: count,
  })
  .transform((row): Competition[] => [
    {
      ...cell({ ...row, MODEL_NO: row.MODEL_NO ?? '' }),
      segment: row.SPSPLY_KND_CODE ?? '',
      segmentName: row.SPSPLY_KND_NM,
      segmentSupply: row.SPSPLY_KND_HSHLDCO,
    },
  ]);

/** getRemndrLttotPblancCmpet: no MODEL_NO; 01 사후, 02 사전. */
export const remainderCompetition = z
  .object({ ...plain, REMNDR_HSHLD_PBLANC_TYCD: code(['01', '02']).nullish() })
  .transform((row): Competition[] => [{ ...cell(row), segment: row.REMNDR_HSHLD_PBLANC_TYCD ?? '' }]);

/** getOPTLttotPblancCmpet. */
export const optionalCompetition = z.object(plain).transform((row): Competition[] => [cell(row)]);

const resupplyCategories = {
  NORMAL: '일반',
  MNYCH: '다자녀',
  NWWDS: '신혼부부',
  LFE_FRST: '생애최초',
  OLD_PARNTS_SUPORT: '노부모부양',
  INSTT_RECOMEND: '기관추천',
} as const;

type Category = keyof typeof resupplyCategories;

const resupplyCells = Object.fromEntries(
  Object.keys(resupplyCategories).flatMap((category) => [
    [`${category}_HSHLDCO`, count],
    [`${category}_REQ_CNT`, count],
    [`${category}_CMPET_RATE`, rate],
  ]),
) as Record<`${Category}_HSHLDCO` | `${Category}_REQ_CNT`, typeof count> &
  Record<`${Category}_CMPET_RATE`, typeof rate>;

/** getCancResplLttotPblancCmpet: six categories side by side in one row; each becomes a cell. */
export const resupplyCompetition = z
  .object({ ...ids, MODEL_NO: modelNo, HOUSE_TY: printedType, SUPLY_HSHLDCO: count, ...resupplyCells })
  .transform((row): Competition[] =>
    (Object.keys(resupplyCategories) as Category[])
      .filter((category) => row[`${category}_HSHLDCO`] !== null || row[`${category}_REQ_CNT`] !== null)
      .map((category) => ({
        noticeId: row.HOUSE_MANAGE_NO,
        modelNo: row.MODEL_NO,
        type: row.HOUSE_TY,
        rank: 0,
        segment: category,
        segmentName: resupplyCategories[category],
        supply: row.SUPLY_HSHLDCO,
        segmentSupply: row[`${category}_HSHLDCO`],
        applicants: row[`${category}_REQ_CNT`],
        rate: row[`${category}_CMPET_RATE`],
      })),
  );
