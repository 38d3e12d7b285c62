import { type HouseType, printedType, specialHomes } from '../house-types.ts';
import type { Notice } from '../notice.ts';
import type { Reside } from '../schedule.ts';
import { commonFields, dates, ids } from './common.ts';

const rentNames = { '0': '분양주택', '1': '분양전환 가능임대', '2': '분양전환 불가임대' };

export function aptDetail(notice: Notice) {
  const { offer, site, place } = notice;
  const isPrivate = offer === 'private';
  const rent = offer !== 'rental' ? '0' : notice.buyable ? '1' : '2';
  return {
    ...commonFields(notice),
    NSPRC_NM: notice.newspaper,
    HOUSE_SECD: offer === 'newlywed-town' ? '10' : '01',
    HOUSE_SECD_NM: offer === 'newlywed-town' ? '신혼희망타운' : 'APT',
    HOUSE_DTL_SECD: isPrivate ? '01' : '03',
    HOUSE_DTL_SECD_NM: isPrivate ? '민영' : '국민',
    RENT_SECD: rent,
    RENT_SECD_NM: rentNames[rent],
    ...dates(['RCEPT_BGNDE', 'RCEPT_ENDDE'], notice.receipt),
    ...dates(['SPSPLY_RCEPT_BGNDE', 'SPSPLY_RCEPT_ENDDE'], notice.special),
    ...rankDates(notice, 1, 'CRSPAREA', 'local'),
    ...rankDates(notice, 1, 'ETC_GG', 'gyeonggi'),
    ...rankDates(notice, 1, 'ETC_AREA', 'other'),
    ...rankDates(notice, 2, 'CRSPAREA', 'local'),
    ...rankDates(notice, 2, 'ETC_GG', 'gyeonggi'),
    ...rankDates(notice, 2, 'ETC_AREA', 'other'),
    CNSTRCT_ENTRPS_NM: notice.builder,
    SPECLT_RDN_EARTH_AT: flag(site.regulated),
    MDAT_TRGET_AREA_SECD: flag(site.regulated),
    PARCPRC_ULS_AT: flag(site.regulated || site.large || site.publicZone),
    IMPRMN_BSNS_AT: flag(site.redevelopment),
    PUBLIC_HOUSE_EARTH_AT: flag(site.publicZone),
    LRSCL_BLDLND_AT: flag(site.large),
    NPLN_PRVOPR_PUBLIC_HOUSE_AT: flag(isPrivate && site.large && place.sido.name === '서울'),
    PUBLIC_HOUSE_SPCLW_APPLC_AT: flag(site.publicZone),
  };
}

function rankDates(notice: Notice, rank: 1 | 2, area: string, reside: Reside) {
  const days = rank === 1 ? notice.rank1 : notice.rank2;
  return dates([`GNRL_RNK${rank}_${area}_RCPTDE`, `GNRL_RNK${rank}_${area}_ENDDE`], days[reside]);
}

function flag(holds: boolean) {
  return holds ? 'Y' : 'N';
}

export function aptModel(notice: Notice, type: HouseType) {
  const { special } = type;
  return {
    ...ids(notice),
    MODEL_NO: type.modelNo,
    HOUSE_TY: printedType(type),
    SUPLY_AR: type.supplyArea,
    SUPLY_HSHLDCO: type.general,
    SPSPLY_HSHLDCO: specialHomes(type),
    MNYCH_HSHLDCO: special.multiChild,
    NWWDS_HSHLDCO: special.newlywed,
    LFE_FRST_HSHLDCO: special.firstTime,
    OLD_PARNTS_SUPORT_HSHLDCO: special.elderlyParents,
    INSTT_RECOMEND_HSHLDCO: special.agency,
    ETC_HSHLDCO: 0,
    TRANSR_INSTT_ENFSN_HSHLDCO: 0,
    YGMN_HSHLDCO: special.youth,
    NWBB_HSHLDCO: special.newborn,
    LTTOT_TOP_AMOUNT: String(type.price),
  };
}
