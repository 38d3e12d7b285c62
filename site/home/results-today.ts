import type { Facts } from '../../db/catalog/open.ts';
import { dueToday, type DueGroup } from '../results/due.ts';

/** What becomes known today, hour by hour. */
export type ResultsToday = {
  id: string;
  title: string;
  note: string;
  count: number;
  groups: DueGroup[];
  /** Words of the link to the list of all, when there are more than these. */
  more: string | null;
};

/** Notices shown in all, so that the page stays light on a day when hundreds become known at one hour. */
const shown = 12;

export function resultsToday(db: Facts, asOf: Date): ResultsToday {
  const groups = dueToday(db, asOf);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const told = withinLimit(groups);
  const left = count - told.reduce((sum, { items }) => sum + items.length, 0);
  return {
    id: 'results',
    title: '오늘 결과 공개',
    note: count > 0 ? '공식 자료가 늦으면 결과도 늦을 수 있습니다.' : '오늘 공개하는 결과가 없습니다.',
    count,
    groups: told,
    more: left > 0 ? `외 ${left}건 모두 보기` : null,
  };
}

/** The first notices of each hour: no hour takes the place of another. */
function withinLimit(groups: DueGroup[]): DueGroup[] {
  const each = Math.max(1, Math.floor(shown / groups.length));
  return groups.slice(0, shown).map((group) => ({ ...group, items: group.items.slice(0, each) }));
}
