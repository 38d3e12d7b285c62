import { type HouseType, printedType, specialHomes } from '../house-types.ts';
import type { Notice } from '../notice.ts';
import { ids } from '../print/common.ts';
import type { Row } from '../print/row.ts';
import type { Reside } from '../schedule.ts';
import { aptGrid } from './apt-grid.ts';
import { scoresOf } from './score.ts';
import { type Counted, specialApplicants } from './special-applicants.ts';

/** 경쟁률, 가점 and 특별공급 신청현황 of a 민영 or 국민 apartment. The real files hardly speak of 신혼희망타운 and 임대. */
export function aptResults(notice: Notice): Row[] {
  if (notice.offer !== 'private' && notice.offer !== 'public') return [];
  return notice.types.flatMap((type) => [
    ...competitionRows(notice, type),
    ...scoreRows(notice, type),
    ...specialSupplyRows(notice, type),
  ]);
}

const resides: Record<Reside, object> = {
  local: { RESIDE_SECD: '01', RESIDE_SENM: '해당지역' },
  gyeonggi: { RESIDE_SECD: '03', RESIDE_SENM: '기타경기' },
  other: { RESIDE_SECD: '02', RESIDE_SENM: '기타지역' },
};

function competitionRows(notice: Notice, type: HouseType): Row[] {
  const { homes, cells } = aptGrid(notice, type);
  return cells.map(({ rank, reside, applicants, rate }) => ({
    operation: 'getAPTLttotPblancCmpet',
    row: {
      ...ids(notice),
      MODEL_NO: type.modelNo,
      HOUSE_TY: printedType(type),
      // More than the notice's SUPLY_HSHLDCO where 특별공급 was left over.
      SUPLY_HSHLDCO: homes,
      SUBSCRPT_RANK_CODE: rank,
      ...resides[reside],
      REQ_CNT: String(applicants),
      CMPET_RATE: rate,
    },
  }));
}

function scoreRows(notice: Notice, type: HouseType): Row[] {
  return scoresOf(notice, type).map(({ reside, lowest, highest, average }) => ({
    operation: 'getAptLttotPblancScore',
    row: {
      ...ids(notice),
      MODEL_NO: type.modelNo,
      HOUSE_TY: printedType(type),
      ...resides[reside],
      LWET_SCORE: lowest,
      TOP_SCORE: highest,
      AVRG_SCORE: average,
    },
  }));
}

/** As of this day the operation has data. */
const specialSupplySince = '2024-02-29';

const categories: Record<Counted, { supply: string; count: string }> = {
  multiChild: { supply: 'MNYCH', count: 'MNYCH' },
  newlywed: { supply: 'NWWDS_NMTW', count: 'NWWDS_NMTW' },
  firstTime: { supply: 'LFE_FRST', count: 'LFE_FRST' },
  elderlyParents: { supply: 'OLD_PARNTS_SUPORT', count: 'OPS' },
  youth: { supply: 'YGMN', count: 'YGMN' },
  newborn: { supply: 'NWBB_NWBBSHR', count: 'NWBB_NWBBSHR' },
};

function specialSupplyRows(notice: Notice, type: HouseType): Row[] {
  if (notice.announcedOn < specialSupplySince || specialHomes(type) === 0) return [];
  const { counted, agency } = specialApplicants(notice, type);
  const perCategory = (Object.keys(categories) as Counted[]).flatMap((whom) => [
    [`${categories[whom].supply}_HSHLDCO`, type.special[whom]],
    [`CRSPAREA_${categories[whom].count}_CNT`, counted[whom].local],
    [`CTPRVN_${categories[whom].count}_CNT`, counted[whom].province],
    [`ETC_AREA_${categories[whom].count}_CNT`, counted[whom].other],
  ]);
  return [
    {
      operation: 'getAPTSpsplyReqstStus',
      // No MODEL_NO: the type alone tells.
      row: {
        ...ids(notice),
        HOUSE_TY: printedType(type),
        SPSPLY_HSHLDCO: specialHomes(type),
        ...Object.fromEntries(perCategory),
        INSTT_RECOMEND_HSHLDCO: type.special.agency,
        INSTT_RECOMEND_DCSN_CNT: agency.decided,
        INSTT_RECOMEND_PREPAR_CNT: agency.reserve,
        TRANSR_INSTT_ENFSN_HSHLDCO: 0,
        TRANSR_INSTT_ENFSN_CNT: 0,
        SUBSCRPT_RESULT_NM: '청약접수 종료',
      },
    },
  ];
}
