import type { Tables } from '../../../stand-ins/odcloud.ts';
import type { Row } from '../../../stand-ins/odcloud/conditions.ts';

/*
 * Rows in the API's own form, small and complete enough to be taken. A day is `YYYY-MM-DD`; the winners' day is seven days after
 * the last receipt day unless told.
 */

type Days = { announcedOn: string; closesOn: string | null; winnersOn?: string | null };

function common(id: string, { announcedOn, winnersOn }: Days, houseCode: string): Row {
  return {
    HOUSE_MANAGE_NO: id,
    PBLANC_NO: id,
    HOUSE_NM: `단지 ${id}`,
    HOUSE_SECD: houseCode,
    SUBSCRPT_AREA_CODE: '100',
    SUBSCRPT_AREA_CODE_NM: '서울',
    HSSPLY_ADRES: '서울특별시 종로구 청운동 1',
    TOT_SUPLY_HSHLDCO: 100,
    RCRIT_PBLANC_DE: announcedOn,
    PRZWNER_PRESNATN_DE: winnersOn,
    PBLANC_URL: 'https://www.applyhome.co.kr/',
  };
}

const compact = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field,
      typeof value === 'string' && field.endsWith('DE') ? value.replaceAll('-', '') : value,
    ]),
  );

export const aptNotice = (id: string, days: Days): Row => ({
  ...common(id, days, '01'),
  HOUSE_DTL_SECD: '01',
  RENT_SECD: '0',
  RCEPT_BGNDE: days.closesOn,
  RCEPT_ENDDE: days.closesOn,
});

const receiptNotice = (id: string, days: Days, houseCode: string): Row => ({
  ...common(id, days, houseCode),
  SUBSCRPT_RCEPT_BGNDE: days.closesOn,
  SUBSCRPT_RCEPT_ENDDE: days.closesOn,
});

export const aptType = (id: string, modelNo = '01'): Row => ({
  HOUSE_MANAGE_NO: id,
  PBLANC_NO: id,
  MODEL_NO: modelNo,
  HOUSE_TY: '084.9000A',
  SUPLY_AR: '112.3400',
  SUPLY_HSHLDCO: 50,
  SPSPLY_HSHLDCO: 50,
  LTTOT_TOP_AMOUNT: '65000',
});

export const competitionOf = (id: string, applicants = '730', rate = '14.60'): Row => ({
  HOUSE_MANAGE_NO: id,
  PBLANC_NO: id,
  MODEL_NO: '01',
  HOUSE_TY: '084.9000A',
  SUPLY_HSHLDCO: 50,
  SUBSCRPT_RANK_CODE: 1,
  RESIDE_SECD: '01',
  RESIDE_SENM: '해당지역',
  REQ_CNT: applicants,
  CMPET_RATE: rate,
});

export const plainCompetitionOf = (id: string, applicants = '12', rate = '1.20'): Row => ({
  HOUSE_MANAGE_NO: id,
  PBLANC_NO: id,
  HOUSE_TY: '084.9000A',
  SUPLY_HSHLDCO: 10,
  REQ_CNT: applicants,
  CMPET_RATE: rate,
});

export const specialOf = (id: string, applicants = 31): Row => ({
  HOUSE_MANAGE_NO: id,
  PBLANC_NO: id,
  HOUSE_TY: '084.9000A',
  SPSPLY_HSHLDCO: 50,
  MNYCH_HSHLDCO: 10,
  CRSPAREA_MNYCH_CNT: applicants,
  SUBSCRPT_RESULT_NM: '청약접수 종료',
});

export const scoreOf = (id: string, lowest = '54'): Row => ({
  HOUSE_MANAGE_NO: id,
  PBLANC_NO: id,
  MODEL_NO: '01',
  HOUSE_TY: '084.9000A',
  RESIDE_SECD: '01',
  RESIDE_SENM: '해당지역',
  LWET_SCORE: lowest,
  TOP_SCORE: '69',
  AVRG_SCORE: '59.15',
});

/** Two APT notices, one past its instant and one not on 2026-11-22, and one notice of each other operation. */
export function smallTables(): Tables {
  const past = { announcedOn: '2026-10-20', closesOn: '2026-11-05', winnersOn: '2026-11-12' };
  const ahead = { announcedOn: '2026-11-13', closesOn: '2026-11-25', winnersOn: '2026-12-02' };
  return {
    getAPTLttotPblancDetail: [aptNotice('2026000001', past), aptNotice('2026000002', ahead)],
    getUrbtyOfctlLttotPblancDetail: [{ ...receiptNotice('2026950001', past, '02'), SEARCH_HOUSE_SECD: '0202' }],
    getRemndrLttotPblancDetail: [receiptNotice('2026910001', past, '04'), receiptNotice('2026930001', past, '06')],
    getPblPvtRentLttotPblancDetail: [compact(receiptNotice('2026850001', past, '03'))],
    getOPTLttotPblancDetail: [compact(receiptNotice('2026940001', past, '11'))],
    getAPTLttotPblancMdl: [aptType('2026000001'), aptType('2026000001', '02'), aptType('2026000002')],
    getRemndrLttotPblancMdl: [aptType('2026910001'), aptType('2026930001')],
    getOPTLttotPblancMdl: [{ ...aptType('2026940001'), LTTOT_TOP_AMOUNT: '36,800' }],
    getAPTLttotPblancCmpet: [competitionOf('2026000001')],
    getAptLttotPblancScore: [scoreOf('2026000001')],
    getAPTSpsplyReqstStus: [specialOf('2026000001')],
    getRemndrLttotPblancCmpet: [{ ...plainCompetitionOf('2026910001'), REMNDR_HSHLD_PBLANC_TYCD: '01' }],
    getOPTLttotPblancCmpet: [plainCompetitionOf('2026940001')],
  };
}
