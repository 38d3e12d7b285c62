import type { Kind } from '../../../db/kinds.ts';

/**
 * `/compare/<first eight digits of a number>.json`: what notices are compared by, no result among it. Days are `YYYY-MM-DD`,
 * amounts 만원, areas ㎡. What is not known is left out.
 */
export type CompareFile = { format: 1; notices: Record<string, Compared> };

export type Compared = {
  name: string;
  kind: Kind;
  /** `경기 고양시`. */
  place: string;
  households?: number;
  announced: string;
  opens?: string;
  closes?: string;
  winners?: string;
  contract?: [from: string, to: string];
  /** `YYYY-MM`. */
  moveIn?: string;
  /** What the amounts are called: 최고 분양가, 공급금액. */
  amount: string;
  /** Where the homes are let: the amounts are deposits. */
  rent?: true;
  /** The area that amounts for 3.3㎡ are counted by. */
  by?: '공급' | '전용';
  /** Rules that apply; left out where the kind says nothing of them. */
  flags?: string[];
  builder?: string;
  developer?: string;
  /** The notice on 청약홈. */
  official?: string;
  types: ComparedType[];
};

export type ComparedType = {
  /** MODEL_NO. */
  no: string;
  name: string;
  exclusive?: number;
  supplied?: number;
  households?: number;
  price?: number;
  /** Where the price can hardly be meant. */
  doubtful?: true;
  perPyeong?: number;
  /** Households of special supply, by the name of their category. */
  special?: Record<string, number>;
};

/** The file that a notice is in. */
export function fileOf(id: string) {
  return `${id.slice(0, 8)}.json`;
}
