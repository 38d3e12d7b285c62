type Op = 'EQ' | 'LIKE' | 'LT' | 'LTE' | 'GT' | 'GTE';
export type Described = {
  service: string;
  conditions: Record<string, readonly Op[]>;
  days?: 'YYYY-MM-DD' | 'YYYYMMDD';
};

const eq: readonly Op[] = ['EQ'];
const like: readonly Op[] = ['LIKE'];
const dates: readonly Op[] = ['LT', 'LTE', 'GT', 'GTE'];
const numbers = { HOUSE_MANAGE_NO: eq, PBLANC_NO: eq };
const area = { SUBSCRPT_AREA_CODE: eq, SUBSCRPT_AREA_CODE_NM: eq };
const full = {
  ...numbers,
  ...area,
  HOUSE_SECD: eq,
  HOUSE_DTL_SECD: eq,
  HOUSE_NM: like,
  HSSPLY_ADRES: like,
  RCRIT_PBLANC_DE: dates,
};

const detail = (conditions: Described['conditions'], days: Described['days'] = 'YYYY-MM-DD'): Described => ({
  service: 'ApplyhomeInfoDetailSvc',
  conditions,
  days,
});
const model: Described = { service: 'ApplyhomeInfoDetailSvc', conditions: numbers };
const result = (more: Described['conditions'] = {}): Described => ({
  service: 'ApplyhomeInfoCmpetRtSvc',
  conditions: { ...numbers, ...more },
});

/** What the documents of the open API list: the operations, and the conditions that each of them knows (DOMAIN §1.1). */
export const catalogue: Record<string, Described> = {
  getAPTLttotPblancDetail: detail(full),
  getUrbtyOfctlLttotPblancDetail: detail({ ...full, SEARCH_HOUSE_SECD: eq }),
  getRemndrLttotPblancDetail: detail({ ...area, HOUSE_SECD: eq, RCRIT_PBLANC_DE: dates }),
  getPblPvtRentLttotPblancDetail: detail({ RCRIT_PBLANC_DE: dates }, 'YYYYMMDD'),
  getOPTLttotPblancDetail: detail({ RCRIT_PBLANC_DE: dates }, 'YYYYMMDD'),
  getAPTLttotPblancMdl: model,
  getUrbtyOfctlLttotPblancMdl: model,
  getRemndrLttotPblancMdl: model,
  getPblPvtRentLttotPblancMdl: model,
  getOPTLttotPblancMdl: model,
  getAPTLttotPblancCmpet: result({ RESIDE_SECD: eq }),
  getAptLttotPblancScore: result({ RESIDE_SECD: eq }),
  getAPTSpsplyReqstStus: result(),
  getUrbtyOfctlLttotPblancCmpet: result(),
  getRemndrLttotPblancCmpet: result({ REMNDR_HSHLD_PBLANC_TYCD: eq }),
  getPblPvtRentLttotPblancCmpet: result({ SPSPLY_KND_CODE: eq }),
  getCancResplLttotPblancCmpet: result(),
  getOPTLttotPblancCmpet: result(),
};
