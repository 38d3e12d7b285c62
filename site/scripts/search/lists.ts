import { find } from './haystack.ts';
import { readQuery } from './needles.ts';
import type { List, Prepared } from './prepare.ts';

/** Lists of places, kinds and companies that a query names, the largest first among those named wholly. */
export function listsNamed({ groups }: Prepared, typed: string, most: number) {
  const found = new Map<NonNullable<List>, { rank: number; count: number }>();
  for (const needle of readQuery(typed).needles)
    for (const { haystack, members, lists } of groups)
      find(haystack, needle, (group, match) => {
        const list = lists[group]!;
        const count = members[group]!.length;
        if (list && count > 1 && match !== 'within' && match !== 'partly' && found.get(list)?.rank !== 0)
          found.set(list, { rank: match === 'whole' ? 0 : 1, count });
      });
  return [...found]
    .sort(([, a], [, b]) => a.rank - b.rank || b.count - a.count)
    .slice(0, most)
    .map(([list, { count }]) => ({ ...list, count }));
}
