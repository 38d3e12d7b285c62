import type { ZodType } from 'zod';
import type { Kind } from '../kinds.ts';
import type { Competition, HouseType, Score, SpecialSupply } from '../catalog/schema.ts';
import { aptHouseType, aptNotice } from './rows/apt.ts';
import {
  aptCompetition,
  officetelCompetition,
  optionalCompetition,
  publicRentCompetition,
  remainderCompetition,
  resupplyCompetition,
} from './rows/competition.ts';
import type { NoticeFacts } from './rows/notice.ts';
import { officetelHouseType, officetelNotice } from './rows/officetel.ts';
import { publicRentHouseType, publicRentNotice } from './rows/public-rent.ts';
import { optionalHouseType, optionalNotice, remainderHouseType, remainderNotice } from './rows/remainder.ts';
import { aptScore } from './rows/score.ts';
import { aptSpecialSupply } from './rows/special-supply.ts';

type Of<Holds extends string, Facts> = {
  /** The operation's name in the API, and of its file. */
  name: string;
  service: 'ApplyhomeInfoDetailSvc' | 'ApplyhomeInfoCmpetRtSvc';
  holds: Holds;
  /** Kinds of notice that it speaks of. */
  kinds: readonly Kind[];
  /** Reads one source row. */
  row: ZodType<Facts>;
};

export type NoticeOperation = Of<'notice', NoticeFacts> & {
  /** How `cond[RCRIT_PBLANC_DE::…]` writes a day. */
  days: 'YYYY-MM-DD' | 'YYYYMMDD';
};
export type HouseTypeOperation = Of<'house-type', HouseType>;
export type ResultOperation =
  Of<'competition', Competition[]> | Of<'special-supply', SpecialSupply[]> | Of<'score', Score[]>;
export type Operation = NoticeOperation | HouseTypeOperation | ResultOperation;

const detail = 'ApplyhomeInfoDetailSvc';
const results = 'ApplyhomeInfoCmpetRtSvc';

export const noticeOperations: readonly NoticeOperation[] = [
  {
    name: 'getAPTLttotPblancDetail',
    service: detail,
    holds: 'notice',
    kinds: ['apt'],
    days: 'YYYY-MM-DD',
    row: aptNotice,
  },
  {
    name: 'getUrbtyOfctlLttotPblancDetail',
    service: detail,
    holds: 'notice',
    kinds: ['officetel'],
    days: 'YYYY-MM-DD',
    row: officetelNotice,
  },
  {
    name: 'getRemndrLttotPblancDetail',
    service: detail,
    holds: 'notice',
    kinds: ['remainder', 'resupply'],
    days: 'YYYY-MM-DD',
    row: remainderNotice,
  },
  {
    name: 'getPblPvtRentLttotPblancDetail',
    service: detail,
    holds: 'notice',
    kinds: ['public-rent'],
    days: 'YYYYMMDD',
    row: publicRentNotice,
  },
  {
    name: 'getOPTLttotPblancDetail',
    service: detail,
    holds: 'notice',
    kinds: ['optional'],
    days: 'YYYYMMDD',
    row: optionalNotice,
  },
];

export const houseTypeOperations: readonly HouseTypeOperation[] = [
  { name: 'getAPTLttotPblancMdl', service: detail, holds: 'house-type', kinds: ['apt'], row: aptHouseType },
  {
    name: 'getUrbtyOfctlLttotPblancMdl',
    service: detail,
    holds: 'house-type',
    kinds: ['officetel'],
    row: officetelHouseType,
  },
  {
    name: 'getRemndrLttotPblancMdl',
    service: detail,
    holds: 'house-type',
    kinds: ['remainder', 'resupply'],
    row: remainderHouseType,
  },
  {
    name: 'getPblPvtRentLttotPblancMdl',
    service: detail,
    holds: 'house-type',
    kinds: ['public-rent'],
    row: publicRentHouseType,
  },
  { name: 'getOPTLttotPblancMdl', service: detail, holds: 'house-type', kinds: ['optional'], row: optionalHouseType },
];

/** The eight operations whose rows may have to stay closed. */
export const resultOperations: readonly ResultOperation[] = [
  { name: 'getAPTLttotPblancCmpet', service: results, holds: 'competition', kinds: ['apt'], row: aptCompetition },
  { name: 'getAptLttotPblancScore', service: results, holds: 'score', kinds: ['apt'], row: aptScore },
  { name: 'getAPTSpsplyReqstStus', service: results, holds: 'special-supply', kinds: ['apt'], row: aptSpecialSupply },
  {
    name: 'getUrbtyOfctlLttotPblancCmpet',
    service: results,
    holds: 'competition',
    kinds: ['officetel'],
    row: officetelCompetition,
  },
  {
    name: 'getRemndrLttotPblancCmpet',
    service: results,
    holds: 'competition',
    kinds: ['remainder'],
    row: remainderCompetition,
  },
  {
    name: 'getPblPvtRentLttotPblancCmpet',
    service: results,
    holds: 'competition',
    kinds: ['public-rent'],
    row: publicRentCompetition,
  },
  {
    name: 'getCancResplLttotPblancCmpet',
    service: results,
    holds: 'competition',
    kinds: ['resupply'],
    row: resupplyCompetition,
  },
  {
    name: 'getOPTLttotPblancCmpet',
    service: results,
    holds: 'competition',
    kinds: ['optional'],
    row: optionalCompetition,
  },
];

/** In the order in which rows can be taken: a house type needs its notice, a result its instant. */
export const operations: readonly Operation[] = [...noticeOperations, ...houseTypeOperations, ...resultOperations];
