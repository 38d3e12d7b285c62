import type { z } from 'zod';
import type { Kind } from '../../kinds.ts';
import type { OfficialFacts } from '../../catalog/labels.ts';
import { areaCode, count, day, id, month, requiredDay, requiredText, text } from './fields.ts';

/** What a source says of a notice; its place is ours. */
export type NoticeFacts = Omit<OfficialFacts, 'sido' | 'sigungu'>;

/** Fields that all five Detail operations share. */
export const commonFields = {
  HOUSE_MANAGE_NO: id,
  PBLANC_NO: id,
  HOUSE_NM: requiredText,
  HOUSE_SECD_NM: text,
  SUBSCRPT_AREA_CODE: areaCode,
  SUBSCRPT_AREA_CODE_NM: text,
  HSSPLY_ZIP: text,
  HSSPLY_ADRES: text,
  TOT_SUPLY_HSHLDCO: count,
  RCRIT_PBLANC_DE: requiredDay,
  PRZWNER_PRESNATN_DE: day,
  CNTRCT_CNCLS_BGNDE: day,
  CNTRCT_CNCLS_ENDDE: day,
  NSPRC_NM: text,
  HMPG_ADRES: text,
  BSNS_MBY_NM: text,
  MDHS_TELNO: text,
  MVN_PREARNGE_YM: month,
  PBLANC_URL: text,
};

type Common = { [Field in keyof typeof commonFields]: z.infer<(typeof commonFields)[Field]> };

/** A notice with the common fields filled and everything else unsaid. */
export function commonFacts(row: Common & { HOUSE_SECD: string }, kind: Kind): NoticeFacts {
  return {
    id: row.HOUSE_MANAGE_NO,
    noticeNo: row.PBLANC_NO,
    kind,
    name: row.HOUSE_NM,
    houseCode: row.HOUSE_SECD,
    houseName: row.HOUSE_SECD_NM,
    detailCode: null,
    detailName: null,
    searchCode: null,
    rentCode: null,
    rentName: null,
    areaCode: row.SUBSCRPT_AREA_CODE,
    areaName: row.SUBSCRPT_AREA_CODE_NM,
    zip: row.HSSPLY_ZIP,
    address: row.HSSPLY_ADRES,
    totalSupply: row.TOT_SUPLY_HSHLDCO,
    announcedOn: row.RCRIT_PBLANC_DE,
    receiptBeginsOn: null,
    receiptEndsOn: null,
    specialBeginsOn: null,
    specialEndsOn: null,
    rank1LocalBeginsOn: null,
    rank1LocalEndsOn: null,
    rank1GyeonggiBeginsOn: null,
    rank1GyeonggiEndsOn: null,
    rank1OtherBeginsOn: null,
    rank1OtherEndsOn: null,
    rank2LocalBeginsOn: null,
    rank2LocalEndsOn: null,
    rank2GyeonggiBeginsOn: null,
    rank2GyeonggiEndsOn: null,
    rank2OtherBeginsOn: null,
    rank2OtherEndsOn: null,
    generalBeginsOn: null,
    generalEndsOn: null,
    winnersOn: row.PRZWNER_PRESNATN_DE,
    contractBeginsOn: row.CNTRCT_CNCLS_BGNDE,
    contractEndsOn: row.CNTRCT_CNCLS_ENDDE,
    moveInMonth: row.MVN_PREARNGE_YM,
    developer: row.BSNS_MBY_NM,
    builder: null,
    phone: row.MDHS_TELNO,
    newspaper: row.NSPRC_NM,
    homepage: row.HMPG_ADRES,
    noticeUrl: row.PBLANC_URL,
    speculationZone: null,
    adjustmentZone: null,
    priceCap: null,
    redevelopment: null,
    publicHousingZone: null,
    largeSite: null,
    capitalPrivatePublic: null,
    publicHousingAct: null,
  };
}
