import type { Described } from './catalogue.ts';

export type Row = Record<string, unknown>;
export type Condition = { field: string; op: string; value: string };

/** The `cond[FIELD::OP]` of a query. */
export function conditionsOf(query: URLSearchParams): Condition[] {
  return [...query].flatMap(([name, value]) => {
    const match = /^cond\[(.+)::(.+)\]$/.exec(name);
    return match ? [{ field: match[1]!, op: match[2]!, value }] : [];
  });
}

/** What the documents do not promise is an error here, so that our client cannot lean on it. */
export function isSupported({ conditions, days }: Described, { field, op, value }: Condition) {
  if (!conditions[field]?.some((known) => known === op)) return false;
  if (field !== 'RCRIT_PBLANC_DE') return true;
  return (days === 'YYYYMMDD' ? /^\d{8}$/ : /^\d{4}-\d\d-\d\d$/).test(value);
}

/** As the API compares: as text. HOUSE_MANAGE_NO and dates are strings. */
export function meets(row: Row, { field, op, value }: Condition) {
  const held = row[field];
  if (typeof held !== 'string') return false;
  switch (op) {
    case 'EQ':
      return held === value;
    case 'LIKE':
      return held.includes(value);
    case 'LT':
      return held < value;
    case 'LTE':
      return held <= value;
    case 'GT':
      return held > value;
    default:
      return held >= value;
  }
}
