import type { Facts } from '../../db/catalog/open.ts';
import { dueToday, type DueGroup } from '../results/due.ts';

/** What becomes known today, hour by hour. */
export type ResultsToday = {
  id: string;
  title: string;
  note: string;
  count: number;
  groups: DueGroup[];
  more: string | null;
};

/** Notices shown for one hour. */
const shown = 6;

export function resultsToday(db: Facts, asOf: Date): ResultsToday {
  const groups = dueToday(db, asOf);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return {
    id: 'results',
    title: '오늘 결과 공개',
    note: count > 0 ? '공식 자료가 늦으면 결과도 늦을 수 있습니다.' : '오늘 공개하는 결과가 없습니다.',
    count,
    groups: groups.map((group) => ({ ...group, items: group.items.slice(0, shown) })),
    more: groups.some(({ items }) => items.length > shown) ? `오늘 결과 ${count}건 모두 보기` : null,
  };
}
