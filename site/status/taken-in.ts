import { kindNames, kinds } from '../../db/kinds.ts';
import { newestIngest } from '../../db/catalog/newest-ingest.ts';
import { noticesByKind } from '../../db/catalog/notices-by-kind.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { atInstant } from '../words/days.ts';
import type { Fact } from '../words/facts.ts';
import { grouped } from '../words/numbers.ts';

const sources = {
  odcloud: '공공데이터포털에서 받았습니다',
  files: '공식 자료의 파일에서 받았습니다',
  example: '예시 데이터이며 공식 자료가 아닙니다',
};

/** When rows were last taken in by an instant, and how many notices there are. */
export function takenIn(db: Facts, asOf: Date): Fact[] {
  const newest = newestIngest(db, asOf);
  const notices = noticesByKind(db).reduce((sum, kind) => sum + kind.notices, 0);
  return [
    newest
      ? { name: '자료를 마지막으로 받은 때', days: [atInstant(newest.begunAt)], note: sources[newest.source] }
      : { name: '자료를 마지막으로 받은 때', words: '아직 없습니다' },
    { name: '지금까지 받은 공고', words: `${grouped(notices)}건` },
  ];
}

/** Every kind with all notices that it ever had. */
export function kindWays(db: Facts) {
  const counts = new Map(noticesByKind(db).map(({ kind, notices }) => [kind, notices]));
  return kinds.map((kind) => ({
    href: `/notices/kind/${kind}/`,
    words: kindNames[kind],
    count: counts.get(kind) ?? 0,
  }));
}
