import type { Chosen } from './chosen.ts';
import type { Compared, ComparedType } from './compare-file.ts';

/** A notice in the comparison, with the house types that count: one that was chosen, or all. */
export type Column = { chosen: Chosen; notice: Compared; types: ComparedType[] };

/** A type that the notice does not have counts as none: the whole notice is compared. */
export function columnOf({ id, type }: Chosen, notice: Compared): Column {
  const one = notice.types.filter(({ no }) => no === type);
  return one.length > 0
    ? { chosen: { id, type }, notice, types: one }
    : { chosen: { id, type: null }, notice, types: notice.types };
}

/** The number that a column stands for where its types agree on one, the lowest and the highest where they do not. */
export function spanOf({ types }: Column, of: (type: ComparedType) => number | undefined) {
  const numbers = types.flatMap((type) => of(type) ?? []);
  return numbers.length > 0 ? { lowest: Math.min(...numbers), highest: Math.max(...numbers) } : null;
}

/** Special supply by category, summed over the types; null where none is told. */
export function specialOf({ types }: Column) {
  const sums = new Map<string, number>();
  for (const { special = {} } of types)
    for (const [category, count] of Object.entries(special)) sums.set(category, (sums.get(category) ?? 0) + count);
  return sums.size > 0 ? sums : null;
}

/** Households of the types that count, or of the whole notice. */
export function householdsOf({ chosen, notice, types }: Column) {
  return (chosen.type === null ? notice.households : types[0]!.households) ?? null;
}
