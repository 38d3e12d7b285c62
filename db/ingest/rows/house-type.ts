import type { HouseType } from '../../catalog/schema.ts';
import { id, modelNo } from './fields.ts';

/** Fields that all five Mdl operations share. */
export const keyFields = { HOUSE_MANAGE_NO: id, PBLANC_NO: id, MODEL_NO: modelNo };

/** A house type of which nothing is said yet but its key and name. */
export function emptyType(noticeId: string, model: string, type: string): HouseType {
  return {
    noticeId,
    modelNo: model,
    type,
    group: null,
    supplyArea: null,
    exclusiveArea: null,
    contractArea: null,
    supply: null,
    generalSupply: null,
    specialSupply: null,
    multiChild: null,
    newlywed: null,
    firstTime: null,
    elderlyParents: null,
    agency: null,
    otherSpecial: null,
    relocatedAgency: null,
    youth: null,
    newborn: null,
    aged: null,
    price: null,
    deposit: null,
  };
}
