/**
 * The nearest-rank percentile: the smallest of the values that is not exceeded by at least `percent` of 100 of them. One of the
 * values, however few there are; null for none.
 */
export function percentile(values: number[], percent: number) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil((percent * sorted.length) / 100)) - 1] ?? null;
}
