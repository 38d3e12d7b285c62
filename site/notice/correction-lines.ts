import { kindNames, type Kind } from '../../db/kinds.ts';
import type { Correction } from '../../db/catalog/schema.ts';
import { koreanDay } from '../../db/clock.ts';
import { squareMetres, typeName } from '../words/areas.ts';
import { dayWords, inMonth, onDay, type When } from '../words/days.ts';
import { grouped, won } from '../words/numbers.ts';
import { phone } from '../words/phone.ts';
import { isFlag } from './flags.ts';

/** What changed in a notice on one day. */
export type CorrectionDay = { seen: When; lines: CorrectionLine[] };
/** One changed fact, in words. */
export type CorrectionLine = { what: string; before: string; after: string };

/** A correction, and the house type that it speaks of as printed; null where the notice itself changed. */
export type Corrected = { correction: Correction; type: string | null };

/** Corrections of one notice, day by day in the order in which they come. */
export function correctionDays(corrections: Corrected[]): CorrectionDay[] {
  const days = Map.groupBy(corrections, ({ correction }) => koreanDay(new Date(correction.seenAt)));
  return [...days].map(([day, ofDay]) => ({
    seen: onDay(day),
    lines: ofDay.filter((each) => !isSaidTwice(each, ofDay)).map(correctionLine),
  }));
}

/** SUPLY_HSHLDCO of an apartment is its 일반공급, and the catalog keeps it under both names: one of them is enough. */
function isSaidTwice({ correction }: Corrected, others: Corrected[]) {
  const twin = ({ field, modelNo, before, after }: Correction) =>
    field === 'generalSupply' &&
    modelNo === correction.modelNo &&
    before === correction.before &&
    after === correction.after;
  return correction.field === 'supply' && others.some((other) => twin(other.correction));
}

function correctionLine({ correction, type }: Corrected): CorrectionLine {
  const { field, label, before, after } = correction;
  const what = label.replace(/\(.*\)$/, '');
  return {
    what: type === null ? what : `${typeName(type)}형 ${what}`,
    before: valueWords(field, before),
    after: valueWords(field, after),
  };
}

function valueWords(field: string, value: string | null) {
  if (value === null) return '없음';
  if (field.endsWith('On')) return dayWords(value);
  if (isFlag(field)) return value === 'Y' ? '해당' : '아님';
  return sayings[field]?.(value) ?? value;
}

const count = (value: string) => grouped(Number(value));
const price = (value: string) => won(Number(value));

const sayings: Partial<Record<string, (value: string) => string>> = {
  kind: (value) => kindNames[value as Kind],
  moveInMonth: (value) => inMonth(value).words,
  phone: (value) => phone(value).words,
  totalSupply: count,
  supply: count,
  generalSupply: count,
  specialSupply: count,
  multiChild: count,
  newlywed: count,
  firstTime: count,
  elderlyParents: count,
  agency: count,
  otherSpecial: count,
  relocatedAgency: count,
  youth: count,
  newborn: count,
  aged: count,
  price,
  deposit: price,
  supplyArea: squareMetres,
  exclusiveArea: squareMetres,
  contractArea: squareMetres,
};
