import { houseTypeLabels } from '../../db/catalog/labels.ts';
import { lastReceiptDay } from '../../db/catalog/publication.ts';
import { firstReceiptDay } from '../../db/catalog/receipt-state.ts';
import type { HouseType, Notice } from '../../db/catalog/schema.ts';
import { flagLines } from '../notice/flags.ts';
import { exclusiveOf, nameOf, splitOf } from '../notice/house-types.ts';
import { isDoubtful, isRent, pricedBy, priceLabel, pricePerPyeong } from '../notice/prices.ts';
import type { Compared, ComparedType } from '../scripts/compare/compare-file.ts';
import { placeWords } from '../words/places.ts';
import { webLink } from '../words/web-link.ts';

/** A notice as it is compared with others. */
export function comparedOf(notice: Notice, types: HouseType[]): Compared {
  const { contractBeginsOn: from, contractEndsOn: to } = notice;
  const flags = flagLines(notice);
  const by = pricedBy(notice, types);
  return {
    name: notice.name,
    kind: notice.kind,
    place: placeWords(notice),
    ...known('households', notice.totalSupply),
    announced: notice.announcedOn,
    ...known('opens', firstReceiptDay(notice)),
    ...known('closes', lastReceiptDay(notice)),
    ...known('winners', notice.winnersOn),
    ...(from && { contract: [from, to ?? from] }),
    ...known('moveIn', notice.moveInMonth),
    amount: priceLabel(notice),
    ...(isRent(notice) && { rent: true }),
    ...known('by', by),
    ...(flags.length > 0 && { flags: flags.flatMap(({ name, applies }) => (applies ? [name] : [])) }),
    ...known('builder', notice.builder),
    ...known('developer', notice.developer),
    ...known('official', webLink(notice.noticeUrl)?.href),
    types: types.map((type) => typeOf(notice, type, by)),
  };
}

function typeOf(notice: Notice, type: HouseType, by: Compared['by'] | null): ComparedType {
  const split = splitOf(notice, type);
  const doubtful = isDoubtful(notice, type);
  const special = categories.flatMap((field) => {
    const count = type[field];
    return count ? [[houseTypeLabels[field], count] as const] : [];
  });
  return {
    no: type.modelNo,
    name: nameOf(type),
    ...known('exclusive', rounded(exclusiveOf(type))),
    ...known('supplied', rounded(Number(type.supplyArea))),
    ...known('households', split ? split.general + split.special : type.supply),
    ...known('price', type.price),
    ...(doubtful && { doubtful }),
    ...(by && !doubtful && known('perPyeong', pricePerPyeong(type, by))),
    ...(special.length > 0 && { special: Object.fromEntries(special) }),
  };
}

/** Of special supply, as the official table has them. */
const categories = [
  'multiChild',
  'newlywed',
  'firstTime',
  'newborn',
  'youth',
  'aged',
  'elderlyParents',
  'agency',
  'relocatedAgency',
  'otherSpecial',
] as const;

/** A field that is there only when something is known. No area, price or name of ours is 0 or empty. */
function known<Name extends string, Value>(name: Name, value: Value) {
  return (value ? { [name]: value } : {}) as { [Key in Name]?: NonNullable<Value> };
}

function rounded(area: number | null) {
  return area && Number(area.toFixed(2));
}
