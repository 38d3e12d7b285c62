import type { HouseType } from '../house-types.ts';
import type { Notice } from '../notice.ts';
import type { Offer } from '../offer.ts';
import { aptDetail, aptModel } from './apt.ts';
import { officetelDetail, officetelModel } from './officetel.ts';
import { publicRentDetail, publicRentModel } from './public-rent.ts';
import { optionalDetail, optionalModel, remainderDetail, remainderModel } from './remainder.ts';
import type { Row } from './row.ts';

type Printer = {
  /** `Detail` or `Mdl` behind it makes the operation's name. */
  operation: string;
  detail: (notice: Notice) => Row['row'];
  model: (notice: Notice, type: HouseType) => Row['row'];
};

const apt: Printer = { operation: 'getAPTLttotPblanc', detail: aptDetail, model: aptModel };
const remainder: Printer = { operation: 'getRemndrLttotPblanc', detail: remainderDetail, model: remainderModel };

const printers: Record<Offer, Printer> = {
  private: apt,
  public: apt,
  'newlywed-town': apt,
  rental: apt,
  remainder,
  resupply: remainder,
  optional: { operation: 'getOPTLttotPblanc', detail: optionalDetail, model: optionalModel },
  officetel: { operation: 'getUrbtyOfctlLttotPblanc', detail: officetelDetail, model: officetelModel },
  'public-rent': { operation: 'getPblPvtRentLttotPblanc', detail: publicRentDetail, model: publicRentModel },
};

export function noticeRow(notice: Notice): Row {
  const { operation, detail } = printers[notice.offer];
  return { operation: `${operation}Detail`, row: detail(notice) };
}

export function houseTypeRows(notice: Notice): Row[] {
  const { operation, model } = printers[notice.offer];
  return notice.types.map((type) => ({ operation: `${operation}Mdl`, row: model(notice, type) }));
}
