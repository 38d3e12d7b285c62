import { openCatalog, type Catalog } from '../../db/catalog/open.ts';
import { dayAfter, fixedClock } from '../../db/clock.ts';
import { ingest } from '../../db/ingest/ingest.ts';
import { operations } from '../../db/ingest/operations.ts';
import {
  aptCompetitionRow,
  aptHouseTypeRow,
  aptNoticeRow,
  aptScoreRow,
  aptSpecialSupplyRow,
  publicRentNoticeRow,
  resupplyCompetitionRow,
} from '../rows.ts';

/*
 * A handful of notices of every kind and state, in rows of the open API's shape, seen twice so that there are corrections. A
 * Tuesday in November 2026, ten in the morning.
 */

export const asOf = new Date('2026-11-24T10:00:00+09:00');

type Row = Record<string, unknown> & { HOUSE_MANAGE_NO: string };
type Rows = Record<string, Row[]>;

/** Numbers of the notices, by what is particular about them. */
export const ids = {
  open: '2026000001',
  closing: '2026000002',
  upcoming: '2026000003',
  closed: '2026000004',
  announced: '2026000005',
  held: '2026000006',
  withoutWinners: '2026000007',
  placeless: '2026000008',
  doubtful: '2026000009',
  hostile: '2026000010',
  withoutRows: '2026000011',
  rent: '2026000012',
  remainder: '2026910001',
  resupply: '2026930001',
  optional: '2026940001',
  officetel: '2026950001',
  publicRent: '2026850001',
};

/** How many notices of one 시군구 and year there are, so that archives need a second page. */
export const manyInSuwon = 105;

export type SmallCatalog = {
  /** Gives the source rows of results that must stay closed as well. */
  closedRows?: boolean;
  example?: boolean;
};

/** A catalog filled in `folder`; the caller closes it. */
export async function smallCatalog(folder: string, { closedRows = false, example = false }: SmallCatalog = {}) {
  const catalog = openCatalog(folder, 'a test');
  const name = example ? 'example' : 'files';
  await take(catalog, name, new Date('2026-11-20T09:00:00+09:00'), firstSight());
  await take(catalog, name, new Date('2026-11-24T09:30:00+09:00'), secondSight(closedRows));
  return catalog;
}

async function take(catalog: Catalog, name: 'files' | 'example', at: Date, rows: Rows) {
  await ingest(catalog.db, fixedClock(at), {
    name,
    full: true,
    async feed(intake) {
      for (const operation of operations)
        intake.take(
          operation,
          (rows[operation.name] ?? []).map((row, i) => ({ place: `row ${i + 1}`, row })),
        );
      if (intake.tally.rows.notice.quarantined > 0) throw new Error('A row of the small catalog is not in shape.');
      return [];
    },
  });
}

function firstSight(): Rows {
  return {
    getAPTLttotPblancDetail: [...aptNotices(), ...suwonNotices()],
    getAPTLttotPblancMdl: aptTypes(),
    ...otherKinds(),
  };
}

/** The same again with 정정: a later winners' day, a price, a flag; and the results. */
function secondSight(closedRows: boolean): Rows {
  const rows = firstSight();
  return {
    ...rows,
    getAPTLttotPblancDetail: rows['getAPTLttotPblancDetail']!.map((row) =>
      row.HOUSE_MANAGE_NO === ids.open
        ? {
            ...row,
            PRZWNER_PRESNATN_DE: '2026-12-02',
            PARCPRC_ULS_AT: 'N',
            HMPG_ADRES: 'https://다시본집.example/새소식',
          }
        : row,
    ),
    getAPTLttotPblancMdl: rows['getAPTLttotPblancMdl']!.map((row) =>
      row.HOUSE_MANAGE_NO === ids.open && row['MODEL_NO'] === '01'
        ? { ...row, LTTOT_TOP_AMOUNT: '54000', SUPLY_HSHLDCO: 26 }
        : row,
    ),
    ...results([ids.closed, ids.announced, ids.doubtful]),
    ...(closedRows && closedResults()),
  };
}

/** Days of an apartment notice, from the one day of special supply on. */
function days(specialOn: string) {
  const [rank1, rank2] = [dayAfter(specialOn), dayAfter(specialOn, 2)];
  return {
    RCRIT_PBLANC_DE: dayAfter(specialOn, -10),
    RCEPT_BGNDE: specialOn,
    RCEPT_ENDDE: rank2,
    SPSPLY_RCEPT_BGNDE: specialOn,
    SPSPLY_RCEPT_ENDDE: specialOn,
    ...Object.fromEntries(
      ['CRSPAREA', 'ETC_GG', 'ETC_AREA'].flatMap((reside) => [
        [`GNRL_RNK1_${reside}_RCPTDE`, rank1],
        [`GNRL_RNK1_${reside}_ENDDE`, rank1],
        [`GNRL_RNK2_${reside}_RCPTDE`, rank2],
        [`GNRL_RNK2_${reside}_ENDDE`, rank2],
      ]),
    ),
    PRZWNER_PRESNATN_DE: dayAfter(rank2, 6),
    CNTRCT_CNCLS_BGNDE: dayAfter(rank2, 20),
    CNTRCT_CNCLS_ENDDE: dayAfter(rank2, 22),
    MVN_PREARNGE_YM: '202903',
  };
}

function apt(id: string, name: string, specialOn: string, more: Record<string, unknown> = {}): Row {
  return { ...aptNoticeRow, ...days(specialOn), HOUSE_MANAGE_NO: id, PBLANC_NO: id, HOUSE_NM: name, ...more };
}

const gangnam = {
  SUBSCRPT_AREA_CODE: '100',
  SUBSCRPT_AREA_CODE_NM: '서울',
  HSSPLY_ADRES: '서울특별시 강남구 개포동 12번지',
};

function aptNotices(): Row[] {
  return [
    apt(ids.open, '등대마을 첫째 단지', '2026-11-23', { PRZWNER_PRESNATN_DE: '2026-12-01', SPECLT_RDN_EARTH_AT: 'Y' }),
    apt(ids.closing, '등대마을 둘째 단지', '2026-11-22', gangnam),
    apt(ids.upcoming, '등대마을 셋째 단지', '2026-11-25', gangnam),
    apt(ids.closed, '등대마을 넷째 단지', '2026-11-18', gangnam),
    apt(ids.announced, '등대마을 다섯째 단지', '2026-11-02'),
    apt(ids.held, '마감일을 모르는 단지', '2026-11-09', {
      RCEPT_ENDDE: null,
      GNRL_RNK2_CRSPAREA_ENDDE: null,
      GNRL_RNK2_ETC_GG_ENDDE: null,
      GNRL_RNK2_ETC_AREA_ENDDE: null,
    }),
    apt(ids.withoutWinners, '발표일을 모르는 단지', '2026-11-16', {
      PRZWNER_PRESNATN_DE: null,
      CNTRCT_CNCLS_BGNDE: null,
      CNTRCT_CNCLS_ENDDE: null,
      MVN_PREARNGE_YM: null,
      HMPG_ADRES: null,
      MDHS_TELNO: null,
      TOT_SUPLY_HSHLDCO: null,
    }),
    apt(ids.placeless, '곳을 모르는 전국 단지', '2026-11-23', {
      SUBSCRPT_AREA_CODE: null,
      SUBSCRPT_AREA_CODE_NM: null,
      HSSPLY_ADRES: '비수도권 일원',
    }),
    apt(ids.doubtful, '값이 이상한 단지', '2026-11-02', gangnam),
    apt(
      ids.hostile,
      '<script>alert(1)</script> & "따옴표" 아주길고띄어쓰기가하나도없는단지이름이화면을넘치는지본다',
      '2026-12-07',
      {
        HMPG_ADRES: 'javascript:alert(1)',
        MDHS_TELNO: '문의는 방문으로',
        PBLANC_URL: 'data:text/html,x',
      },
    ),
    apt(ids.withoutRows, '결과가 늦는 단지', '2026-11-16'),
    apt(ids.rent, '빌려 사는 단지', '2026-11-24', { RENT_SECD: '2', RENT_SECD_NM: '분양전환 불가임대' }),
  ];
}

/** Enough of one place and year to fill more than a page of an archive. */
function suwonNotices(): Row[] {
  return Array.from({ length: manyInSuwon }, (_, i) =>
    apt(`2025${String(i + 1).padStart(6, '0')}`, `수원 ${i + 1}단지`, dayAfter('2025-01-20', i * 3), {
      HSSPLY_ADRES: '경기도 수원시 영통구 원천동',
    }),
  );
}

function aptType(id: string, model: string, type: string, more: Record<string, unknown> = {}): Row {
  return {
    ...aptHouseTypeRow,
    HOUSE_MANAGE_NO: id,
    PBLANC_NO: id,
    MODEL_NO: model,
    HOUSE_TY: type,
    SUPLY_AR: '112.5432',
    SUPLY_HSHLDCO: 25,
    SPSPLY_HSHLDCO: 20,
    MNYCH_HSHLDCO: 4,
    NWWDS_HSHLDCO: 8,
    LFE_FRST_HSHLDCO: 4,
    OLD_PARNTS_SUPORT_HSHLDCO: 1,
    INSTT_RECOMEND_HSHLDCO: 3,
    LTTOT_TOP_AMOUNT: '53000',
    ...more,
  };
}

function aptTypes(): Row[] {
  return aptNotices().flatMap(({ HOUSE_MANAGE_NO: id }) => [
    aptType(id, '01', '084.9800A'),
    aptType(id, '02', '084.9763B', {
      SPSPLY_HSHLDCO: 0,
      MNYCH_HSHLDCO: 0,
      NWWDS_HSHLDCO: 0,
      LTTOT_TOP_AMOUNT: '120000',
    }),
    aptType(id, '03', '059.0000 ', {
      SUPLY_AR: '82.1200',
      LTTOT_TOP_AMOUNT: id === ids.doubtful ? '693790' : null,
    }),
  ]);
}

const remainderDays = {
  RCRIT_PBLANC_DE: '2026-11-16',
  SUBSCRPT_RCEPT_BGNDE: '2026-11-23',
  SUBSCRPT_RCEPT_ENDDE: '2026-11-23',
  GNRL_RCEPT_BGNDE: '2026-11-23',
  GNRL_RCEPT_ENDDE: '2026-11-23',
  SPSPLY_RCEPT_BGNDE: null,
  SPSPLY_RCEPT_ENDDE: null,
  PRZWNER_PRESNATN_DE: '2026-11-27',
  CNTRCT_CNCLS_BGNDE: '2026-12-07',
  CNTRCT_CNCLS_ENDDE: '2026-12-07',
};

function other(id: string, name: string, kind: Record<string, unknown>): Row {
  return { ...publicRentNoticeRow, ...remainderDays, HOUSE_MANAGE_NO: id, PBLANC_NO: id, HOUSE_NM: name, ...kind };
}

function key(id: string) {
  return { HOUSE_MANAGE_NO: id, PBLANC_NO: id, MODEL_NO: '01' };
}

function otherKinds(): Rows {
  const printed = { HOUSE_TY: '084.9811C', SUPLY_HSHLDCO: 7, LTTOT_TOP_AMOUNT: '122202' };
  return {
    getRemndrLttotPblancDetail: [
      other(ids.remainder, '남은 집', { HOUSE_SECD: '04', HOUSE_SECD_NM: '무순위' }),
      other(ids.resupply, '다시 내놓은 집', { HOUSE_SECD: '06', HOUSE_SECD_NM: '불법행위 재공급' }),
    ],
    getRemndrLttotPblancMdl: [
      { ...key(ids.remainder), ...printed, SUPLY_AR: '105.8939', SPSPLY_HSHLDCO: 0 },
      { ...key(ids.resupply), ...printed, SUPLY_AR: null, SPSPLY_HSHLDCO: 2 },
    ],
    getOPTLttotPblancDetail: [
      other(ids.optional, '임의로 내놓은 집', {
        HOUSE_SECD: '11',
        HOUSE_SECD_NM: '임의공급',
        SUBSCRPT_RCEPT_BGNDE: '20261119',
        SUBSCRPT_RCEPT_ENDDE: '20261130',
        GNRL_RCEPT_BGNDE: null,
        GNRL_RCEPT_ENDDE: null,
      }),
    ],
    getOPTLttotPblancMdl: [{ ...key(ids.optional), ...printed, LTTOT_TOP_AMOUNT: '48,400' }],
    getUrbtyOfctlLttotPblancDetail: [
      other(ids.officetel, '오피스텔', { HOUSE_SECD: '02', HOUSE_DTL_SECD: '02', HOUSE_DTL_SECD_NM: '오피스텔' }),
    ],
    getUrbtyOfctlLttotPblancMdl: [
      {
        ...key(ids.officetel),
        GP: '1',
        TP: '84OB',
        EXCLUSE_AR: '84.8507',
        SUPLY_HSHLDCO: 36,
        SUPLY_AMOUNT: '47875',
        SUBSCRPT_REQST_AMOUNT: '100',
      },
    ],
    getPblPvtRentLttotPblancDetail: [other(ids.publicRent, '민간임대', {})],
    getPblPvtRentLttotPblancMdl: [
      {
        ...key(ids.publicRent),
        GP: '-',
        TP: '59A-1',
        EXCLUSE_AR: '59.8947',
        SUPLY_AR: '82.8550',
        CNTRCT_AR: '126.3517',
        SUPLY_HSHLDCO: 30,
        GNSPLY_HSHLDCO: 20,
        SPSPLY_YGMN_HSHLDCO: 6,
        SPSPLY_NEW_MRRG_HSHLDCO: 4,
        SPSPLY_AGED_HSHLDCO: 0,
        SUPLY_AMOUNT: '19380',
        SUBSCRPT_REQST_AMOUNT: '10',
      },
    ],
  };
}

function aptResults(published: string[]): Rows {
  const of = (id: string) => ({ HOUSE_MANAGE_NO: id, PBLANC_NO: id });
  const grid = [
    [1, '01', '해당지역', '730', '29.20'],
    [1, '03', '기타경기', '90', '-'],
    [1, '02', '기타지역', '13', '-'],
    [2, '01', '해당지역', '4', '(△12)'],
    [2, '03', '기타경기', '0', '-'],
    [2, '02', '기타지역', '2,182', '2,182.00'],
  ] as const;
  return {
    getAPTLttotPblancCmpet: published.flatMap((id) =>
      grid.map(([rank, reside, name, applicants, rate]) => ({
        ...aptCompetitionRow,
        ...of(id),
        HOUSE_TY: '084.9800A',
        SUPLY_HSHLDCO: 25,
        SUBSCRPT_RANK_CODE: rank,
        RESIDE_SECD: reside,
        RESIDE_SENM: name,
        REQ_CNT: applicants,
        CMPET_RATE: rate,
      })),
    ),
    getAPTSpsplyReqstStus: published.map((id) => ({ ...aptSpecialSupplyRow, ...of(id), HOUSE_TY: '084.9800A' })),
    getAptLttotPblancScore: published.flatMap((id) => [
      { ...aptScoreRow, ...of(id), HOUSE_TY: '084.9800A' },
      { ...aptScoreRow, ...of(id), HOUSE_TY: '084.9800A', RESIDE_SECD: '02', RESIDE_SENM: '기타지역', AVRG_SCORE: '-' },
    ]),
  };
}

function results(published: string[]): Rows {
  const printed = { HOUSE_TY: '084.9811C', SUPLY_HSHLDCO: 7, REQ_CNT: '1,234', CMPET_RATE: '176.29' };
  return {
    ...aptResults(published),
    getRemndrLttotPblancCmpet: [{ ...key(ids.remainder), ...printed, REMNDR_HSHLD_PBLANC_TYCD: '01' }],
    getCancResplLttotPblancCmpet: [{ ...resupplyCompetitionRow, ...key(ids.resupply) }],
    getUrbtyOfctlLttotPblancCmpet: [
      {
        ...key(ids.officetel),
        ...printed,
        HOUSE_TY: '84OB',
        RESIDNT_PRIOR_AT: 'Y',
        RESIDNT_PRIOR_SENM: '거주자우선',
        CMPET_RATE: '(△3)',
      },
      { ...key(ids.officetel), ...printed, HOUSE_TY: '84OB', RESIDNT_PRIOR_AT: 'N', RESIDNT_PRIOR_SENM: '기타' },
    ],
    getPblPvtRentLttotPblancCmpet: [
      {
        ...key(ids.publicRent),
        ...printed,
        HOUSE_TY: '59A-1',
        SPSPLY_KND_CODE: 'SY',
        SPSPLY_KND_NM: '청년',
        SPSPLY_KND_HSHLDCO: 6,
      },
    ],
  };
}

/** Rows that a source may hold and nobody may see yet: recognisable, and of every operation. */
function closedResults(): Rows {
  const waiting = [ids.open, ids.closing, ids.upcoming, ids.held];
  const told = results([ids.closed, ids.announced, ids.doubtful]);
  const closed = aptResults(waiting);
  const join = (name: string) => [...told[name]!, ...(closed[name] ?? [])];
  return {
    ...told,
    ...Object.fromEntries(Object.keys(closed).map((name) => [name, join(name)])),
    getOPTLttotPblancCmpet: [
      { ...key(ids.optional), HOUSE_TY: '084.9811C', SUPLY_HSHLDCO: 7, REQ_CNT: '987654', CMPET_RATE: '141,093.43' },
    ],
  };
}
