import { z } from 'zod';
import type { SpecialSupply } from '../../catalog/schema.ts';
import { count, id, printedType, text } from './fields.ts';

const counted = ['MNYCH', 'NWWDS_NMTW', 'LFE_FRST', 'OPS', 'YGMN', 'NWBB_NWBBSHR'] as const;
const regions = ['CRSPAREA', 'CTPRVN', 'ETC_AREA'] as const;
type Count = `${(typeof regions)[number]}_${(typeof counted)[number]}_CNT`;

const counts = Object.fromEntries(
  regions.flatMap((region) => counted.map((category) => [`${region}_${category}_CNT`, count])),
) as Record<Count, typeof count>;

/** getAPTSpsplyReqstStus: no MODEL_NO, no rate. One row becomes a sum and a row for each category that it speaks of. */
export const aptSpecialSupply = z
  .object({
    HOUSE_MANAGE_NO: id,
    PBLANC_NO: id,
    HOUSE_TY: printedType,
    SPSPLY_HSHLDCO: count,
    MNYCH_HSHLDCO: count,
    NWWDS_NMTW_HSHLDCO: count,
    LFE_FRST_HSHLDCO: count,
    OLD_PARNTS_SUPORT_HSHLDCO: count,
    YGMN_HSHLDCO: count,
    NWBB_NWBBSHR_HSHLDCO: count,
    INSTT_RECOMEND_HSHLDCO: count,
    TRANSR_INSTT_ENFSN_HSHLDCO: count,
    ...counts,
    INSTT_RECOMEND_DCSN_CNT: count,
    INSTT_RECOMEND_PREPAR_CNT: count,
    TRANSR_INSTT_ENFSN_CNT: count,
    SUBSCRPT_RESULT_NM: text,
  })
  .transform((row): SpecialSupply[] => {
    const said = (category: SpecialSupply['category'], facts: Partial<SpecialSupply>): SpecialSupply => ({
      noticeId: row.HOUSE_MANAGE_NO,
      type: row.HOUSE_TY,
      category,
      supply: null,
      local: null,
      province: null,
      other: null,
      decided: null,
      reserve: null,
      outcome: null,
      ...facts,
    });
    const applied = (field: (typeof counted)[number]) => ({
      local: row[`CRSPAREA_${field}_CNT`],
      province: row[`CTPRVN_${field}_CNT`],
      other: row[`ETC_AREA_${field}_CNT`],
    });
    const sum = said('all', { supply: row.SPSPLY_HSHLDCO, outcome: row.SUBSCRPT_RESULT_NM });
    return [
      sum,
      ...[
        said('multi-child', { supply: row.MNYCH_HSHLDCO, ...applied('MNYCH') }),
        said('newlywed', { supply: row.NWWDS_NMTW_HSHLDCO, ...applied('NWWDS_NMTW') }),
        said('first-time', { supply: row.LFE_FRST_HSHLDCO, ...applied('LFE_FRST') }),
        said('elderly-parents', { supply: row.OLD_PARNTS_SUPORT_HSHLDCO, ...applied('OPS') }),
        said('youth', { supply: row.YGMN_HSHLDCO, ...applied('YGMN') }),
        said('newborn', { supply: row.NWBB_NWBBSHR_HSHLDCO, ...applied('NWBB_NWBBSHR') }),
        said('agency', {
          supply: row.INSTT_RECOMEND_HSHLDCO,
          decided: row.INSTT_RECOMEND_DCSN_CNT,
          reserve: row.INSTT_RECOMEND_PREPAR_CNT,
        }),
        said('relocated-agency', { supply: row.TRANSR_INSTT_ENFSN_HSHLDCO, decided: row.TRANSR_INSTT_ENFSN_CNT }),
      ].filter(speaks),
    ];
  });

function speaks({ supply, local, province, other, decided, reserve }: SpecialSupply) {
  return [supply, local, province, other, decided, reserve].some((value) => value !== null);
}
