/** Newest days that are kept, and months of which the first day is kept. */
const kept = { days: 30, months: 24 };

/** Of archived days those that stay: the newest, and the first of each of the newest months. */
export function keptDays(days: string[]) {
  const sorted = [...new Set(days)].sort();
  const firsts = [...Map.groupBy(sorted, (day) => day.slice(0, 7)).values()].map(([first]) => first!);
  return new Set([...sorted.slice(-kept.days), ...firsts.slice(-kept.months)]);
}
